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
 * @param gate what the version gate says of it
 * @param applications those that could have to do with onboarding, marked ones always
 * @param deployments of applications and of onboarding policies
 * @param groups names of distribution point groups by ModelName
 * @param scopes names of security scopes by ModelName
 * @param folders console folders by ModelName or CollectionID; what lies at the root is left out
 * @param tenants how many devices report to each tenant, by inventory
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

  /** How a manifest names a collection: by its name, or by its id where others have the name. */
  public String reference(SeenCollection collection) {
    long sameName =
        collections.stream()
            .filter(each -> each.name().equalsIgnoreCase(collection.name()))
            .count();
    return sameName == 1 ? collection.name() : collection.id();
  }
}
