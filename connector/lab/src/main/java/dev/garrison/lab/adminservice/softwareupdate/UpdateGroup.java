package dev.garrison.lab.adminservice.softwareupdate;

import java.util.List;

/**
 * A software update group.
 *
 * @param id its CI_ID
 * @param rule the AutoDeploymentID of the rule that created it; 0 for an administrator
 * @param updates CI_IDs
 */
record UpdateGroup(long id, String name, int rule, List<Long> updates) {
  UpdateGroup {
    updates = List.copyOf(updates);
  }
}
