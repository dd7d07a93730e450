package dev.garrison.survey;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.engine.resource.Mark;
import dev.garrison.language.Message;
import dev.garrison.manifest.Manifest;
import dev.garrison.manifest.RolloutSection;
import dev.garrison.manifest.SiteSection;
import dev.garrison.mecm.adminservice.AdminService;
import dev.garrison.mecm.site.OnboardingRoute;
import dev.garrison.mecm.site.RequestedMethod;
import dev.garrison.mecm.site.RouteDecision;
import dev.garrison.mecm.site.RouteRequest;
import dev.garrison.mecm.site.Site;
import dev.garrison.mecm.site.SiteStatement;
import dev.garrison.mecm.site.VersionGate;
import dev.garrison.survey.ring.CollectionFact;
import dev.garrison.survey.ring.OurDeployments;
import dev.garrison.survey.ring.RingReader;
import dev.garrison.survey.ring.SiteCollections;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Asks the version gate about a manifest, with the state of the site and of Garrison's objects on
 * it.
 */
public final class SiteGate {
  private final AdminService service;

  public SiteGate(AdminService service) {
    this.service = service;
  }

  /** Decides whether the site may be used, and by which route. */
  public RouteDecision decide(Site site, Manifest manifest) {
    RingReader rings = new RingReader(service);
    Mark mark = new Mark(manifest.name());
    return decide(site, manifest, rings.collections(mark), rings.deployments(mark));
  }

  static RouteDecision decide(
      Site site, Manifest manifest, SiteCollections collections, OurDeployments deployments) {
    List<OnboardingRoute> existing = deployments.routes(collections);
    RouteDecision decision =
        VersionGate.decide(site, statement(manifest.site()), request(manifest.rollout(), existing));
    if (manifest.rollout().method() != RolloutSection.Method.AUTO
        || !deployments.routes(_ -> true).isEmpty()
        || collections.noted().isEmpty()
        || existing.size() == 1) {
      return decision;
    }
    List<Diagnostic> reasons =
        new ArrayList<>(
            switch (decision) {
              case RouteDecision.Refused(var others) -> others;
              case RouteDecision.Admitted _ -> List.of();
            });
    reasons.add(notTold(collections, existing));
    return new RouteDecision.Refused(reasons);
  }

  /**
   * Refuses where the route is unknown: a new decision would move servers that count as halted
   * (F2).
   */
  private static Diagnostic notTold(SiteCollections collections, List<OnboardingRoute> noted) {
    return Diagnostic.error(
        SurveyCode.ROUTE_NOT_TOLD,
        Message.of(
            noted.isEmpty() ? "deployment-method.none-noted" : "deployment-method.both-noted",
            "collections",
            collections.noted().keySet().stream()
                .sorted(Comparator.comparing(CollectionFact::name))
                .map(CollectionFact::title)
                .toList()));
  }

  private static SiteStatement statement(SiteSection site) {
    return new SiteStatement(
        site.code(), site.rollup() == SiteSection.Rollup.INSTALLED, site.allowChildPrimary());
  }

  /**
   * Creates the request. While servers move, both routes may exist: the old one counts as existing.
   */
  private static RouteRequest request(RolloutSection rollout, List<OnboardingRoute> existing) {
    RequestedMethod method =
        switch (rollout.method()) {
          case AUTO -> RequestedMethod.AUTO;
          case APPLICATION -> RequestedMethod.APPLICATION;
          case CLIENT_SETTING -> RequestedMethod.CLIENT_SETTING;
        };
    return new RouteRequest(
        method,
        existing.stream()
            .filter(route -> !route.word().equals(rollout.method().word()))
            .findFirst()
            .or(() -> existing.stream().findFirst()),
        rollout.migrateRoute());
  }
}
