package dev.garrison.survey.ring;

import java.util.Map;

/**
 * Deployments that carry our mark, by their names.
 *
 * @param applications of the application route
 * @param policies of the client-setting route
 */
public record OurDeployments(
    Map<String, DeploymentFact> applications, Map<String, DeploymentFact> policies) {
  public OurDeployments {
    applications = Map.copyOf(applications);
    policies = Map.copyOf(policies);
  }
}
