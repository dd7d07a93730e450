package dev.garrison.wsus.sensor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.catalog.ContentState;
import dev.garrison.catalog.Installation;
import dev.garrison.catalog.Labels;
import dev.garrison.catalog.Licence;
import dev.garrison.catalog.Publication;
import dev.garrison.catalog.Standing;
import dev.garrison.catalog.Update;
import dev.garrison.catalog.UpdateIdentity;
import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.wsus.model.Approval;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ContradictionsTest {
  private static final int DETECT = 2;

  private static UpdateIdentity id(int update, int revision) {
    return new UpdateIdentity(new UUID(1, update), revision);
  }

  private static Update update(int number, Optional<Boolean> deployed, boolean latest) {
    return new Update(
        id(number, 200),
        Labels.of("Update " + number, Set.of("5005292"), Set.of()),
        new Standing(
            Publication.PUBLISHED, latest, false, false, deployed, Instant.EPOCH, Instant.EPOCH),
        new Installation(ContentState.READY, Licence.NONE, false, false));
  }

  private static Approval approval(UpdateIdentity update, int action) {
    return new Approval(
        new UUID(3, 3),
        update,
        new UUID(2, 2),
        action,
        Instant.EPOCH,
        Optional.empty(),
        "LAB\\kim",
        true);
  }

  private static List<String> words(List<Update> updates, List<Approval> approvals) {
    return Contradictions.in(updates, approvals).warnings("wsus01").stream()
        .map(Diagnostic::problem)
        .toList();
  }

  @ParameterizedTest
  @CsvSource({
    "true,  none,        0,   true,  true",
    "true,  installs,    200, false, false",
    "true,  uninstalls,  200, false, false",
    "true,  detects,     200, false, false",
    "true,  blocks,      200, false, false",
    "true,  installs,    100, false, false",
    "false, none,        0,   false, false",
    "false, installs,    200, true,  false",
    "false, uninstalls,  200, true,  false",
    "false, installs,    100, false, false",
    "false, detects,     200, false, false",
    "false, blocks,      200, false, false",
    "     , none,        0,   false, false",
    "     , installs,    200, false, false",
  })
  void approvedAndNotApprovedAtOnce(
      @Nullable Boolean deployed, String listed, int revision, boolean isSaid, boolean holds) {
    List<Approval> approvals =
        switch (listed) {
          case "installs" -> List.of(approval(id(1, revision), Approval.INSTALL));
          case "uninstalls" -> List.of(approval(id(1, revision), 1));
          case "detects" -> List.of(approval(id(1, revision), DETECT));
          case "blocks" -> List.of(approval(id(1, revision), 3));
          default -> List.of();
        };
    Contradictions found =
        Contradictions.in(List.of(update(1, Optional.ofNullable(deployed), true)), approvals);
    assertThat(found.warnings("wsus01")).hasSize(isSaid ? 1 : 0);
    assertThat(found.of(new UUID(1, 1)).isPresent()).isEqualTo(holds);
    assertThat(found.any().isPresent()).isEqualTo(holds);
  }

  @Test
  void anOlderRevisionIsNotAskedAbout() {
    assertThat(words(List.of(update(1, Optional.of(true), false)), List.of())).isEmpty();
  }

  @Test
  void anApprovalOfAnotherUpdateDoesNotCount() {
    assertThat(
            words(
                List.of(update(1, Optional.of(true), true)), List.of(approval(id(2, 200), DETECT))))
        .containsExactly(
            "WSUS server wsus01 reports these updates as approved, but lists no approval for them: \"Update 1\".");
  }

  @Test
  void eachOfTheTwoIsSaidOnceWithAFewTitles() {
    assertThat(
            words(
                List.of(
                    update(1, Optional.of(true), true),
                    update(2, Optional.of(true), true),
                    update(3, Optional.of(true), true),
                    update(4, Optional.of(true), true),
                    update(5, Optional.of(false), true)),
                List.of(approval(id(5, 200), Approval.INSTALL))))
        .containsExactly(
            "WSUS server wsus01 reports these updates as approved, but lists no approval for them: \"Update 1\", \"Update 2\", \"Update 3\" and 1 more.",
            "WSUS server wsus01 reports these updates as not approved, but lists an approval for them: \"Update 5\".");
  }
}
