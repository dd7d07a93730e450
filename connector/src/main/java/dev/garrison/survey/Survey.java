package dev.garrison.survey;

import dev.garrison.mecm.site.RouteDecision;
import dev.garrison.mecm.site.Site;
import dev.garrison.payload.Packages;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * All that a recipe may depend on besides the manifest.
 *
 * @param collections device collections by name in lower case
 * @param distributionGroups names of the site's distribution point groups
 * @param securityScopes names of the site's security scopes; read only when the manifest names one
 * @param deployments names of deployments that carry our mark
 * @param ringMembers how many servers the collections of each ring hold, without those that it
 *     excludes
 */
public record Survey(
    Site site,
    RouteDecision.Admitted route,
    Map<String, CollectionFact> collections,
    Set<String> distributionGroups,
    Set<String> securityScopes,
    Set<String> deployments,
    Map<String, Integer> ringMembers,
    Packages packages) {
  public Survey {
    collections = Map.copyOf(collections);
    distributionGroups = Set.copyOf(distributionGroups);
    securityScopes = Set.copyOf(securityScopes);
    deployments = Set.copyOf(deployments);
    ringMembers = Map.copyOf(ringMembers);
  }

  /** The security scope as the site spells it; the site compares names without case. */
  public Optional<String> securityScope(String name) {
    return securityScopes.stream().filter(name::equalsIgnoreCase).findFirst();
  }

  /** The collection of this name; the site compares names without case. */
  public Optional<CollectionFact> collection(String name) {
    return Optional.ofNullable(collections.get(name.toLowerCase(Locale.ROOT)));
  }
}
