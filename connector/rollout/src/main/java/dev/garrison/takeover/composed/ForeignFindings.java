package dev.garrison.takeover.composed;

import dev.garrison.engine.resource.Mark;
import dev.garrison.mecm.application.model.Application;
import dev.garrison.mecm.clientsetting.AgentSetting;
import dev.garrison.mecm.onboardingpolicy.OnboardingPolicy;
import dev.garrison.takeover.judged.Confidence;
import dev.garrison.takeover.judged.Finding;
import dev.garrison.takeover.judged.JudgedApplication;
import dev.garrison.takeover.seen.SeenCollection;
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
  List<Finding> of(Map<String, String> became, String otherwise) {
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
              new Named(each.kind(), each.name(), "deploys onboarding"),
              sureness(each),
              List.of(target(each)),
              became,
              otherwise));
    }
    seen.policies().forEach(each -> findings.add(policy(each, became, otherwise)));
    seen.settings().forEach(each -> findings.add(setting(each, became, otherwise)));
    return findings;
  }

  private record Named(String kind, String name, String what) {}

  private static Finding finding(
      Named named,
      Confidence sureness,
      List<String> why,
      Map<String, String> became,
      String otherwise) {
    String address = named.kind() + "/" + named.name();
    Optional<String> carried = Optional.ofNullable(became.get(address));
    return new Finding(
        address, named.what(), sureness, why, carried.orElse(otherwise), carried.isPresent());
  }

  private static List<String> why(JudgedApplication each) {
    List<String> why = new ArrayList<>(each.why());
    Mark.in(each.application().description())
        .ifPresent(mark -> why.add("the mark of the manifest '" + mark.manifest() + "'"));
    return why;
  }

  private Confidence sureness(SeenDeployment deployment) {
    return objects.onboarding().stream()
        .filter(each -> each.application().modelName().equals(deployment.modelName()))
        .map(JudgedApplication::sureness)
        .findFirst()
        .orElse(Confidence.CERTAIN);
  }

  private String target(SeenDeployment deployment) {
    Optional<SeenCollection> collection = seen.collection(deployment.collectionId());
    return "%s to '%s', %s"
        .formatted(
            deployment.required() ? "required" : "available",
            collection.map(SeenCollection::name).orElse(deployment.collectionId()),
            collection
                .map(each -> each.members() + " devices")
                .orElse("a collection that is not seen"));
  }

  private static Finding policy(SeenPolicy policy, Map<String, String> became, String otherwise) {
    return finding(
        new Named(OnboardingPolicy.KIND, policy.name(), "onboards by policy"),
        Confidence.CERTAIN,
        List.of("its category is Advanced Threat Protection; its tenant cannot be seen"),
        became,
        otherwise);
  }

  private static Finding setting(
      SeenSetting setting, Map<String, String> became, String otherwise) {
    String agents =
        setting.agents().isEmpty()
            ? "no property says which agent"
            : setting.agents().stream()
                .map(agent -> agent.property() + " " + agent.value())
                .reduce((one, other) -> one + ", " + other)
                .orElse("");
    return finding(
        new Named(AgentSetting.KIND, setting.name(), "switches Endpoint Protection on"),
        setting.agents().isEmpty() ? Confidence.POSSIBLE : Confidence.LIKELY,
        List.of(agents + ": which number means the MDE client is not public"),
        became,
        otherwise);
  }
}
