package dev.garrison.survey.ring;

import java.util.Map;

/**
 * Deployments that carry our mark, by their names.
 *
 * @param applications of the application route
 * @param modes those that set an antivirus mode, whatever the route
 * @param policies of the client-setting route
 * @param offboarding those that take servers out, whatever the route
 */
public record OurDeployments(
    Map<String, DeploymentFact> applications,
    Map<String, DeploymentFact> modes,
    Map<String, DeploymentFact> policies,
    Map<String, DeploymentFact> offboarding) {
  public OurDeployments {
    applications = Map.copyOf(applications);
    modes = Map.copyOf(modes);
    policies = Map.copyOf(policies);
    offboarding = Map.copyOf(offboarding);
  }
}
