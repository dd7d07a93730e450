package dev.garrison.server.page.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.job.ApprovalNote;
import dev.garrison.job.RunOrigin;
import dev.garrison.server.reading.ApiAnswers.Run;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a job records in the journal is taken apart, and a change number of a command is not. */
final class JournalOriginTest {
  private static final Run RUN =
      new Run(
          114,
          "rollout",
          "approval",
          "ann",
          "enabled",
          Instant.EPOCH,
          Optional.empty(),
          "done",
          "",
          false,
          List.of(),
          List.of(),
          Optional.of(RunOrigin.approval(113, ApprovalNote.NONE)));

  private static Optional<JournalOrigin> origin(String recorded) {
    return JournalOrigin.of(
        recorded, number -> number == 114 ? Optional.of(RUN) : Optional.empty());
  }

  private static JournalOrigin approved(Optional<String> change, Optional<String> comment) {
    return new JournalOrigin(
        Optional.empty(), true, Optional.of("ann"), "114", Optional.of(RUN), change, comment);
  }

  @Test
  void anApprovalHasWhoApprovedItsRunItsPlanAndItsNote() {
    for (Optional<String> change : List.of(Optional.<String>empty(), Optional.of("CHG0041313"))) {
      for (Optional<String> comment : List.of(Optional.<String>empty(), Optional.of("at night"))) {
        assertThat(origin(new ApprovalNote(change, comment).occasion("ann", 114)))
            .contains(approved(change, comment));
      }
    }
    assertThat(approved(Optional.empty(), Optional.empty()).plan()).contains(113L);
  }

  @Test
  void anOrderHasWhoOrderedIt() {
    assertThat(origin("ordered by token 'ann' (operator), run 7"))
        .contains(
            new JournalOrigin(
                Optional.empty(),
                false,
                Optional.of("token 'ann' (operator)"),
                "7",
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
  }

  @Test
  void aJobAtItsTimeHasOnlyItsRun() {
    assertThat(origin("job rollout, run 7"))
        .contains(
            new JournalOrigin(
                Optional.of("rollout"),
                false,
                Optional.empty(),
                "7",
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
    assertThat(origin("job rollout, run 7").orElseThrow().plan()).isEmpty();
  }

  @Test
  void theListSaysWhoOrWhatMadeARun() {
    assertThat(
            Stream.of(
                    new ApprovalNote(Optional.of("CHG1"), Optional.empty()).occasion("ann", 114),
                    "ordered by token 'ann' (operator), run 7",
                    "job rollout, run 7")
                .map(recorded -> origin(recorded).orElseThrow().sentence())
                .map(sentence ->
                    sentence.parts().stream()
                        .map(part -> part.slot().map(slot -> "<" + slot + ">").orElse(part.text()))
                        .collect(Collectors.joining())))
        .containsExactly(
            "Approved by <RECORDED>, <LINK>",
            "Ordered by <RECORDED>, <LINK>",
            "Job rollout, <LINK>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"CHG0041313", "approved by the board", "run 7"})
  void aChangeNumberOfACommandIsNotTakenApart(String change) {
    assertThat(origin(change)).isEmpty();
  }
}
