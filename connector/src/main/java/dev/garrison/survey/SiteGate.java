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
import dev.garrison.survey.ring.OurDeployments;
import dev.garrison.survey.ring.RingReader;
import java.util.ArrayList;
import java.util.List;

/** Asks the version gate for a manifest, as the site and our objects on it are. */
public final class SiteGate {
  private final AdminService service;

  public SiteGate(AdminService service) {
    this.service = service;
  }

  /** Whether the site may be used, and by which route. */
  public RouteDecision decide(Site site, Manifest manifest) {
    return decide(site, manifest, new RingReader(service).deployments(new Mark(manifest.name())));
  }

  static RouteDecision decide(Site site, Manifest manifest, OurDeployments deployments) {
    return VersionGate.decide(
        site, statement(manifest.site()), request(manifest.rollout(), deployments));
  }

  private static SiteStatement statement(SiteSection site) {
    return new SiteStatement(
        site.code(), site.rollup() == SiteSection.Rollup.INSTALLED, site.allowChildPrimary());
  }

  /** While servers move, deployments of both routes may be there: the old one is what exists. */
  private static RouteRequest request(RolloutSection rollout, OurDeployments deployments) {
    RequestedMethod method =
        switch (rollout.method()) {
          case AUTO -> RequestedMethod.AUTO;
          case APPLICATION -> RequestedMethod.APPLICATION;
          case CLIENT_SETTING -> RequestedMethod.CLIENT_SETTING;
        };
    List<OnboardingRoute> existing = new ArrayList<>();
    if (!deployments.applications().isEmpty()) {
      existing.add(OnboardingRoute.APPLICATION);
    }
    if (!deployments.policies().isEmpty()) {
      existing.add(OnboardingRoute.CLIENT_SETTING);
    }
    return new RouteRequest(
        method,
        existing.stream()
            .filter(route -> !route.word().equals(rollout.method().word()))
            .findFirst()
            .or(() -> existing.stream().findFirst()),
        rollout.migrateRoute());
  }
}
