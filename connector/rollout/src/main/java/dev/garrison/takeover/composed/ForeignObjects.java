package dev.garrison.takeover.composed;

import dev.garrison.engine.resource.Mark;
import dev.garrison.mecm.onboardingpolicy.PolicyDeployment;
import dev.garrison.takeover.judged.ApplicationClassifier;
import dev.garrison.takeover.judged.JudgedApplication;
import dev.garrison.takeover.seen.SeenDeployment;
import dev.garrison.takeover.seen.SeenPolicy;
import dev.garrison.takeover.seen.SeenSite;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Objects on a site that onboard and do not belong to the manifest.
 *
 * @param ours the manifest's mark, if it has objects
 */
record ForeignObjects(SeenSite seen, Optional<Mark> ours) {
  private boolean foreign(String text) {
    return ours.isEmpty() || !Mark.in(text).equals(ours);
  }

  /** Applications with their purpose. */
  List<JudgedApplication> applications() {
    return seen.applications().stream()
        .filter(each -> foreign(each.description()))
        .flatMap(each -> ApplicationClassifier.of(each).stream())
        .toList();
  }

  /** Applications that onboard, with enough confidence. */
  List<JudgedApplication> onboarding() {
    return applications().stream().filter(JudgedApplication::onboards).toList();
  }

  /** Deployments of these applications and of onboarding policies. */
  List<SeenDeployment> deployments() {
    Set<String> models =
        onboarding().stream()
            .map(each -> each.application().modelName())
            .collect(Collectors.toSet());
    Set<String> policies =
        seen.policies().stream().map(SeenPolicy::modelName).collect(Collectors.toSet());
    return seen.deployments().stream()
        .filter(each -> foreign(each.description()))
        .filter(each ->
            each.kind().equals(PolicyDeployment.KIND)
                ? policies.contains(each.modelName())
                : models.contains(each.modelName()))
        .toList();
  }
}
