package dev.garrison.takeover.seen;

import dev.garrison.mecm.collection.DeviceCollection;
import dev.garrison.mecm.site.RouteDecision;
import dev.garrison.mecm.site.Site;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/**
 * A site as it was read once.
 *
 * @param gate the decision of the version gate
 * @param applications those that could have to do with onboarding, marked ones always
 * @param deployments of applications and of onboarding policies
 * @param groups names of distribution point groups by ModelName
 * @param scopes names of security scopes by ModelName
 * @param folders console folders by ModelName or CollectionID; objects at the root are left out
 * @param tenants number of devices that report to each tenant, by inventory
 * @param rules collections that carry a mark of Garrison, with their rules
 */
public record SeenSite(
    Site site,
    RouteDecision.Admitted gate,
    List<SeenApplication> applications,
    List<SeenDeployment> deployments,
    List<SeenCollection> collections,
    List<SeenSetting> settings,
    List<SeenPolicy> policies,
    Map<String, Set<String>> groups,
    Map<String, Set<String>> scopes,
    Map<String, String> folders,
    SortedMap<String, Long> tenants,
    Map<String, DeviceCollection> rules) {

  /** The collection with this id. */
  public Optional<SeenCollection> collection(String id) {
    return collections.stream().filter(each -> each.id().equalsIgnoreCase(id)).findFirst();
  }

  /** Reference to a collection for a manifest: its name, or its id where others have the name. */
  public String reference(SeenCollection collection) {
    long sameName =
        collections.stream()
            .filter(each -> each.name().equalsIgnoreCase(collection.name()))
            .count();
    return sameName == 1 ? collection.name() : collection.id();
  }
}
