package dev.garrison.takeover.composed;

import dev.garrison.language.Text;
import dev.garrison.takeover.draft.Answers;
import dev.garrison.takeover.draft.DraftValue;
import dev.garrison.takeover.seen.SeenCollection;
import dev.garrison.takeover.seen.SeenPolicy;
import dev.garrison.takeover.seen.SeenSetting;
import dev.garrison.takeover.seen.SeenSite;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/** Keys of the client-setting route, which uses a client setting and an onboarding policy. */
final class Route {
  private final SeenSite seen;
  private final Answers answers;

  Route(SeenSite seen, Answers answers) {
    this.seen = seen;
    this.answers = answers;
  }

  /**
   * The keys.
   *
   * @param policies ModelNames of the policies that are deployed
   * @param targets names of the collections to which they are deployed
   */
  SequencedMap<String, DraftValue<String>> clientSetting(
      Set<String> policies, Set<String> targets) {
    SequencedMap<String, DraftValue<String>> keys = new LinkedHashMap<>();
    keys.put("method", DraftValue.plainly("client-setting"));
    Optional<SeenSetting> setting = setting(targets);
    keys.put(
        "clientSetting",
        answers.or(
            "--client-setting",
            setting.map(SeenSetting::name).map(name -> new DraftValue<>(name, others(name))),
            Text.of("takeover-missing.client-setting")));
    List<String> names =
        seen.policies().stream()
            .filter(each -> policies.contains(each.modelName()))
            .map(SeenPolicy::name)
            .sorted()
            .toList();
    keys.put(
        "onboardingPolicy",
        answers.or(
            "--onboarding-policy",
            names.size() == 1
                ? Optional.of(DraftValue.plainly(names.getFirst()))
                : Optional.empty(),
            names.isEmpty()
                ? Text.of("takeover-missing.policies-hidden")
                : Text.of("takeover-missing.several-policies", "policies", names)));
    setting
        .map(SeenSetting::agents)
        .filter(agents -> agents.size() == 1)
        .ifPresent(agents ->
            keys.put(
                "#defenderAgent",
                new DraftValue<>(
                    String.valueOf(agents.getFirst().value()),
                    List.of(
                        "Only where the console shows 'MDE Client (recommended)' for %s: then %s is its number. Take the sign away."
                            .formatted(
                                setting.map(SeenSetting::name).orElse(""),
                                agents.getFirst().value())))));
    return keys;
  }

  /** The only setting assigned to these collections, or else the only one on the site. */
  private Optional<SeenSetting> setting(Set<String> targets) {
    List<SeenSetting> bringing =
        seen.settings().stream().filter(each -> !each.agents().isEmpty()).toList();
    List<SeenSetting> assigned =
        bringing.stream()
            .filter(each ->
                each.collections().stream()
                    .flatMap(id -> seen.collection(id).stream())
                    .map(SeenCollection::name)
                    .anyMatch(targets::contains))
            .toList();
    List<SeenSetting> candidates = assigned.isEmpty() ? bringing : assigned;
    return candidates.size() == 1 ? Optional.of(candidates.getFirst()) : Optional.empty();
  }

  private List<String> others(String name) {
    return seen.settings().stream()
        .map(SeenSetting::name)
        .filter(other -> !other.equals(name))
        .map(other ->
            "Client setting '%s' switches Endpoint Protection on as well.".formatted(other))
        .toList();
  }
}
