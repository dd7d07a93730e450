package dev.garrison.survey;

import dev.garrison.mecm.site.RouteDecision;
import dev.garrison.mecm.site.Site;
import dev.garrison.payload.Packages;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * All that a recipe may depend on besides the manifest.
 *
 * @param collections device collections
 * @param distributionGroups names of the site's distribution point groups
 * @param securityScopes names of the site's security scopes; read only when the manifest names one
 * @param deployments names of deployments that carry our mark and have a deadline
 * @param ringMembers how many servers the collections of each ring hold, without those that it
 *     excludes
 * @param shelf what lies on the content share
 */
public record Survey(
    Site site,
    RouteDecision.Admitted route,
    SiteCollections collections,
    Set<String> distributionGroups,
    Set<String> securityScopes,
    Set<String> deployments,
    Map<String, Integer> ringMembers,
    Packages packages,
    Shelf shelf) {
  public Survey {
    distributionGroups = Set.copyOf(distributionGroups);
    securityScopes = Set.copyOf(securityScopes);
    deployments = Set.copyOf(deployments);
    ringMembers = Map.copyOf(ringMembers);
  }

  /** The security scope as the site spells it; the site compares names without case. */
  public Optional<String> securityScope(String name) {
    return securityScopes.stream().filter(name::equalsIgnoreCase).findFirst();
  }

  /** The one collection of this name or id, if there is exactly one. */
  public Optional<CollectionFact> collection(String reference) {
    return collections.only(reference);
  }
}
