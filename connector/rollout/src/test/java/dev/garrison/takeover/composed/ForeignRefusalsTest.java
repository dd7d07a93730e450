package dev.garrison.takeover.composed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.language.Text;
import dev.garrison.takeover.draft.Answers;
import dev.garrison.takeover.draft.Draft;
import dev.garrison.takeover.draft.DraftRing;
import dev.garrison.takeover.seen.SeenCollection;
import dev.garrison.takeover.seen.SeenPolicy;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What of somebody's objects cannot go into a manifest as it is. */
final class ForeignRefusalsTest {
  private static final Instant FIRST = Instant.parse("2026-05-04T22:00:00Z");

  private final SeenSites sites = new SeenSites();
  private final Answers answers = new Answers(Map.of());

  private Composed composed() {
    return new ForeignComposer(sites.site(), answers).compose(SeenSites.ACCESS, "PS1");
  }

  private Draft draft() {
    return composed().draft();
  }

  @Test
  void namesOfRingsAreMadeFit() {
    sites.application("A1", "MDE", Optional.empty());
    String[] names = {"(x) SQL: prod/1", "***", "x SQL prod 1", "A".repeat(60)};
    for (int each = 0; each < names.length; each++) {
      sites.collection("PS10000" + each, names[each], each, "x");
      sites.deployment("d" + each, "A1", "PS10000" + each, FIRST);
    }
    assertThat(draft().rings())
        .extracting(DraftRing::name)
        .containsExactly("x SQL prod 1", "ring", "x SQL prod 1 2", "A".repeat(36));
  }

  @Test
  void policiesThatNobodyCanChooseBetweenAreAskedFor() {
    sites.policies.addAll(List.of(new SeenPolicy("P1", "Two"), new SeenPolicy("P2", "One")));
    sites.collection("PS100001", "Test servers", 8, "x");
    for (String policy : List.of("P1", "P2")) {
      sites.deployment(
          "policy-deployment", policy, "", policy, "PS100001", true, Optional.of(FIRST));
    }
    assertThat(draft().rollout()).doesNotContainKey("#defenderAgent");
    assertThat(SeenSites.missing(answers))
        .containsEntry(
            "--client-setting",
            "no single client setting with a number for the agent is assigned to these servers")
        .containsEntry("--onboarding-policy", "several policies are deployed: One, Two");
    assertThat(answers.missing()).doesNotContainKey("--antivirus");
  }

  @Test
  void collectionsThatNoRingMayNameAreLeft() {
    sites.application("A1", "MDE", Optional.empty());
    sites.collections.add(new SeenCollection("SMS00001", "All Systems", "", 900, true, ""));
    sites.deployment("to all", "A1", "SMS00001", FIRST);
    sites.deployment("to gone", "A1", "PS100009", FIRST);
    Composed composed = composed();
    assertThat(composed.left())
        .map(Text::toString)
        .containsExactly(
            "collection \"All Systems\" (SMS00001), the target of \"to all\", comes with Configuration Manager and grows automatically: a ring can't use this collection",
            "collection PS100009, the target of \"to gone\", isn't visible",
            "the applications and policies found: Garrison creates its own, because the identity of an application can't change");
    assertThat(composed.draft().rings()).extracting(DraftRing::name).containsExactly("pilot");
  }
}
