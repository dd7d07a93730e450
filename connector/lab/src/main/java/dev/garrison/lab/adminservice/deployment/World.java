package dev.garrison.lab.adminservice.deployment;

import dev.garrison.lab.adminservice.application.Applications;
import dev.garrison.lab.adminservice.client.Inventory;
import dev.garrison.lab.adminservice.client.Polling;
import dev.garrison.lab.adminservice.collection.Collections;
import dev.garrison.lab.adminservice.content.Distribution;
import dev.garrison.lab.adminservice.installer.Workspaces;
import dev.garrison.lab.adminservice.provider.SiteContext;
import dev.garrison.lab.adminservice.provider.Timeline;
import dev.garrison.lab.device.Antiviruses;
import dev.garrison.lab.device.Fleet;
import dev.garrison.lab.device.Sensors;

/**
 * Parts of the site that deployments use.
 *
 * @param pausable whether PUT of a deployment takes effect on this site
 */
public record World(
    SiteContext site,
    Fleet fleet,
    Sensors sensors,
    Antiviruses antiviruses,
    Workspaces workspaces,
    Polling polling,
    Inventory inventory,
    Collections collections,
    Applications applications,
    Distribution distribution,
    boolean pausable) {
  Timeline timeline() {
    return site.timeline();
  }
}
