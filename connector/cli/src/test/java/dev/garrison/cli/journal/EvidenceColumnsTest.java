package dev.garrison.cli.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.garrison.cli.journal.EvidenceColumns.Row;
import dev.garrison.evidence.Evidence;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The rows of the evidence that a spreadsheet reads. */
final class EvidenceColumnsTest {
  private static List<Row> rows() {
    Evidence sample = SampleEvidence.november();
    return EvidenceColumns.rows(
        new Evidence(
            sample.manifest(),
            sample.site(),
            sample.period(),
            sample.made().plusNanos(727_292_955),
            sample.rings(),
            sample.exceptions(),
            sample.runs(),
            sample.chain()));
  }

  @Test
  void aRingHasItsStateInTheWordOfOtherCommands() {
    assertThat(rows())
        .first()
        .extracting(Row::part, Row::subject, Row::result)
        .containsExactly("ring", "pilot", "passed");
  }

  @Test
  void aServerThatWasHandedOverToOffboardingHasARow() {
    assertThat(rows())
        .filteredOn(row -> row.part().equals("offboarding"))
        .extracting(Row::subject, Row::result, Row::detail, Row::time, Row::person, Row::change)
        .containsExactly(
            tuple("OLD01", "handed over", "retired", "2026-11-24T21:07:33Z", "anna", "CHG9"),
            tuple("OLD02", "handed over", "retired", "2026-11-24T21:07:33Z", "anna", "CHG9"));
  }

  @Test
  void timesAreToTheSecond() {
    assertThat(rows()).first().extracting(Row::time).isEqualTo("2026-12-01T08:00:00Z");
    assertThat(rows())
        .filteredOn(row -> row.part().equals("change"))
        .first()
        .extracting(Row::time)
        .isEqualTo("2026-11-24T21:07:33Z");
  }
}
