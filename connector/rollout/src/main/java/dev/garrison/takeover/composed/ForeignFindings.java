package dev.garrison.takeover.composed;

import dev.garrison.engine.resource.Mark;
import dev.garrison.language.Text;
import dev.garrison.mecm.application.model.Application;
import dev.garrison.mecm.clientsetting.AgentSetting;
import dev.garrison.mecm.onboardingpolicy.OnboardingPolicy;
import dev.garrison.takeover.judged.Confidence;
import dev.garrison.takeover.judged.Finding;
import dev.garrison.takeover.judged.JudgedApplication;
import dev.garrison.takeover.seen.SeenDeployment;
import dev.garrison.takeover.seen.SeenPolicy;
import dev.garrison.takeover.seen.SeenSetting;
import dev.garrison.takeover.seen.SeenSite;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Describes the objects of others that onboard, with their place in the manifest. */
final class ForeignFindings {
  private final SeenSite seen;
  private final ForeignObjects objects;

  ForeignFindings(SeenSite seen, Optional<Mark> ours) {
    this.seen = seen;
    this.objects = new ForeignObjects(seen, ours);
  }

  /**
   * The findings.
   *
   * @param became the place in the manifest of each object that has one, by address
   * @param otherwise the text for all other objects
   */
  List<Finding> of(Map<String, Text> became, Text otherwise) {
    List<Finding> findings = new ArrayList<>();
    for (JudgedApplication each : objects.applications()) {
      findings.add(
          finding(
              new Named(Application.KIND, each.application().title(), each.purpose().words()),
              each.sureness(),
              why(each),
              became,
              otherwise));
    }
    for (SeenDeployment each : objects.deployments()) {
      findings.add(
          finding(
              new Named(each.kind(), each.name(), Text.of("takeover-purpose.deploys")),
              sureness(each),
              List.of(target(each)),
              became,
              otherwise));
    }
    seen.policies().forEach(each -> findings.add(policy(each, became, otherwise)));
    seen.settings().forEach(each -> findings.add(setting(each, became, otherwise)));
    return findings;
  }

  private record Named(String kind, String name, Text what) {}

  private static Finding finding(
      Named named, Confidence sureness, List<Text> why, Map<String, Text> became, Text otherwise) {
    String address = named.kind() + "/" + named.name();
    Optional<Text> carried = Optional.ofNullable(became.get(address));
    return new Finding(
        address, named.what(), sureness, why, carried.orElse(otherwise), carried.isPresent());
  }

  private static List<Text> why(JudgedApplication each) {
    List<Text> why = new ArrayList<>(each.why());
    Mark.in(each.application().description())
        .ifPresent(
            mark -> why.add(Text.of("takeover-evidence.tag-of", "manifest", mark.manifest())));
    return why;
  }

  private Confidence sureness(SeenDeployment deployment) {
    return objects.onboarding().stream()
        .filter(each -> each.application().modelName().equals(deployment.modelName()))
        .map(JudgedApplication::sureness)
        .findFirst()
        .orElse(Confidence.CERTAIN);
  }

  private Text target(SeenDeployment deployment) {
    String purpose = deployment.required() ? "required" : "available";
    return seen.collection(deployment.collectionId())
        .map(each ->
            Text.of(
                "takeover-evidence.target",
                "purpose",
                purpose,
                "collection",
                each.name(),
                "count",
                each.members()))
        .orElseGet(() ->
            Text.of(
                "takeover-evidence.target-hidden",
                "purpose",
                purpose,
                "collection",
                deployment.collectionId()));
  }

  private static Finding policy(SeenPolicy policy, Map<String, Text> became, Text otherwise) {
    return finding(
        new Named(OnboardingPolicy.KIND, policy.name(), Text.of("takeover-purpose.policy")),
        Confidence.CERTAIN,
        List.of(Text.of("takeover-evidence.policy")),
        became,
        otherwise);
  }

  private static Finding setting(SeenSetting setting, Map<String, Text> became, Text otherwise) {
    Text agents =
        setting.agents().isEmpty()
            ? Text.of("takeover-evidence.no-agent")
            : Text.of(
                "takeover-evidence.agents",
                "agents",
                setting.agents().stream()
                    .map(agent -> agent.property() + " " + agent.value())
                    .toList());
    return finding(
        new Named(AgentSetting.KIND, setting.name(), Text.of("takeover-purpose.setting")),
        setting.agents().isEmpty() ? Confidence.POSSIBLE : Confidence.LIKELY,
        List.of(agents),
        became,
        otherwise);
  }
}
