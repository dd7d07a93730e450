package dev.garrison.survey.ring;

import dev.garrison.mecm.site.OnboardingRoute;
import dev.garrison.ring.RingNote;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Deployments that carry Garrison's mark, by their names.
 *
 * @param applications of the application route
 * @param beside those that set an antivirus mode or write settings, on any route
 * @param policies of the client-setting route
 * @param offboarding those that offboard servers, on any route
 */
public record OurDeployments(
    Map<String, DeploymentFact> applications,
    Map<String, DeploymentFact> beside,
    Map<String, DeploymentFact> policies,
    Map<String, DeploymentFact> offboarding) {
  public OurDeployments {
    applications = Map.copyOf(applications);
    beside = Map.copyOf(beside);
    policies = Map.copyOf(policies);
    offboarding = Map.copyOf(offboarding);
  }

  /** Routes of the deployments with such names; while servers move, there may be both. */
  public List<OnboardingRoute> routes(Predicate<String> named) {
    List<OnboardingRoute> routes = new ArrayList<>();
    if (applications.keySet().stream().anyMatch(named)) {
      routes.add(OnboardingRoute.APPLICATION);
    }
    if (policies.keySet().stream().anyMatch(named)) {
      routes.add(OnboardingRoute.CLIENT_SETTING);
    }
    return routes;
  }

  /** Routes of Garrison's servers; after a halt, only the rings' notes may show them. */
  public List<OnboardingRoute> routes(SiteCollections collections) {
    List<OnboardingRoute> deployed = routes(_ -> true);
    return deployed.isEmpty()
        ? collections.noted().values().stream()
            .map(RingNote::route)
            .flatMap(Optional::stream)
            .distinct()
            .sorted()
            .toList()
        : deployed;
  }
}
