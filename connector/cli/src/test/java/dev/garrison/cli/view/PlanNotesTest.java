package dev.garrison.cli.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.digest.Sha256;
import dev.garrison.engine.plan.Allowances;
import dev.garrison.engine.plan.Plan;
import dev.garrison.engine.plan.Remark;
import dev.garrison.language.Language;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Notes of a plan that the last apply had already, and new ones. */
final class PlanNotesTest {
  private static final String KNOWN =
      "2 notes as in the last apply: garrison plan --notes      Every object: garrison plan --details";

  private static String screen(PlanDetail detail, String... remarks) {
    Plan plan =
        new Plan(
            "contoso-prod",
            Sha256.of("manifest"),
            "site PS1",
            Map.of(),
            Map.of(),
            List.of(),
            List.of(),
            List.of(remarks),
            Instant.parse("2026-11-24T21:00:00Z"),
            Optional.empty(),
            Allowances.NONE,
            List.of(),
            List.of());
    return PlanView.render(plan, List.of(), detail);
  }

  private static PlanDetail since(String... known) {
    return PlanDetail.USUAL.since(Optional.of(List.of(known)));
  }

  @Test
  void onlyNotesThatTheLastApplyDidNotHaveAreShown() {
    assertThat(screen(since("a note", "another", "gone"), "a note", "another", "a new one").lines())
        .endsWith("", "New since the last apply (1)", "    - a new one", "", KNOWN);
    assertThat(
            Language.JAPANESE.during(() -> screen(since("a note"), "a note", "a new one")).lines())
        .endsWith(
            "",
            "前回の適用以降の新しいメモ (1 件)",
            "    - a new one",
            "",
            "前回の適用と同じメモ 1 件: garrison plan --notes      すべてのオブジェクト: garrison plan --details");
  }

  @Test
  void knownNotesAreCountedInOneLine() {
    assertThat(screen(since("a note", "another"), "a note", "another"))
        .endsWith("\n\n" + KNOWN)
        .doesNotContain("New since", "    - ");
  }

  @Test
  void afterAnApplyWithoutNotesAllAreNew() {
    assertThat(screen(since(), "a note", "another").lines())
        .endsWith("", "New since the last apply (2)", "    - a note", "    - another");
  }

  @Test
  void allAreShownOnRequest() {
    assertThat(
            screen(PlanDetail.WITH_NOTES.since(Optional.of(List.of("a note"))), "a note", "another")
                .lines())
        .endsWith("", "Notes (2)", "    - a note", "    - another");
  }

  @Test
  void anActionIsShownThoughTheLastApplyHadItToo() {
    String action = Remark.action("sign the scripts");
    assertThat(screen(since(action), action)).contains("Action needed (1)\n  ! sign the scripts");
  }
}
