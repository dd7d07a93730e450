package dev.garrison.survey;

import dev.garrison.engine.resource.Mark;
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
import dev.garrison.survey.ring.RingReader;
import java.util.Optional;
import java.util.Set;

/** Asks the version gate for a manifest, as the site and our objects on it are. */
public final class SiteGate {
  private final AdminService service;

  public SiteGate(AdminService service) {
    this.service = service;
  }

  /** Whether the site may be used, and by which route. */
  public RouteDecision decide(Site site, Manifest manifest) {
    return decide(
        site, manifest, new RingReader(service).deployments(new Mark(manifest.name())).keySet());
  }

  static RouteDecision decide(Site site, Manifest manifest, Set<String> deployments) {
    return VersionGate.decide(
        site, statement(manifest.site()), request(manifest.rollout(), deployments));
  }

  private static SiteStatement statement(SiteSection site) {
    return new SiteStatement(
        site.code(), site.rollup() == SiteSection.Rollup.INSTALLED, site.allowChildPrimary());
  }

  /** Deployments of ours are on the application route: no other is built. */
  private static RouteRequest request(RolloutSection rollout, Set<String> deployments) {
    RequestedMethod method =
        switch (rollout.method()) {
          case AUTO -> RequestedMethod.AUTO;
          case APPLICATION -> RequestedMethod.APPLICATION;
          case CLIENT_SETTING -> RequestedMethod.CLIENT_SETTING;
        };
    Optional<OnboardingRoute> existing =
        deployments.isEmpty() ? Optional.empty() : Optional.of(OnboardingRoute.APPLICATION);
    return new RouteRequest(method, existing, rollout.migrateRoute());
  }
}
