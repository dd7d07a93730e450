package dev.garrison.survey;

import dev.garrison.mecm.application.model.Generations;
import dev.garrison.mecm.site.RouteDecision;
import dev.garrison.mecm.site.Site;
import dev.garrison.payload.Packages;
import dev.garrison.survey.offboarding.LeavingFacts;
import dev.garrison.survey.ring.CollectionFact;
import dev.garrison.survey.ring.RingFacts;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Facts about a site that a recipe may use in addition to the manifest.
 *
 * @param leaving the servers that leave, and those that come back
 * @param distributionGroups names of the site's distribution point groups
 * @param securityScopes names of the site's security scopes; read only when the manifest names one
 * @param shelf the versions on the content share
 * @param generations of the identifiers of applications
 * @param notes on the site, for the administrator
 */
public record Survey(
    Site site,
    RouteDecision.Admitted route,
    RingFacts rings,
    LeavingFacts leaving,
    Set<String> distributionGroups,
    Set<String> securityScopes,
    Packages packages,
    StagedVersions shelf,
    Generations generations,
    List<String> notes) {
  public Survey {
    distributionGroups = Set.copyOf(distributionGroups);
    securityScopes = Set.copyOf(securityScopes);
    notes = List.copyOf(notes);
  }

  /** Security scope as the site spells it; the site compares names without case. */
  public Optional<String> securityScope(String name) {
    return securityScopes.stream().filter(name::equalsIgnoreCase).findFirst();
  }

  /** Collection of this name or ID, if there is exactly one. */
  public Optional<CollectionFact> collection(String reference) {
    return rings.collection(reference);
  }
}
