package dev.garrison.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.engine.apply.ApplyListener;
import dev.garrison.engine.plan.Planned;
import dev.garrison.ring.RingState;
import dev.garrison.session.RingOrder;
import dev.garrison.session.RingOrder.Kind;
import dev.garrison.session.Sessions.OpenSession;
import dev.garrison.session.WriteSession;
import dev.garrison.trial.TrialSite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EvidenceIT {
  private static final LocalDate FIRST_DAY = LocalDate.of(2026, 11, 24);
  private static final LocalDate LATER = FIRST_DAY.plusDays(5);

  @TempDir Path folder;
  private TrialSite site;

  @BeforeEach
  void aRolloutThatSomebodyHaltsDaysLater() {
    site = new TrialSite("2207", folder);
    site.manifest()
        .replace(
            "sampleSharing",
            """
            exceptions:
              - {server: SQL01, reason: frozen until the audit, owner: db team, ticket: CHG5, until: 2026-12-31}
              - {server: PRN01, reason: was to be replaced, owner: print team, until: 2026-11-26}
            sampleSharing\
            """);
    assertThat(site.converge()).isEmpty();
    site.pass(Duration.ofDays(5));
    try (OpenSession open = site.open()) {
      RingOrder order = new RingOrder(Kind.HALT, "pilot", "CHG6");
      Planned shown = open.session().order(order);
      try (WriteSession writing = open.session().write()) {
        writing.carryOutAsShown(shown, open.session().order(order), ApplyListener.silent());
      }
    }
  }

  @AfterEach
  void stop() {
    site.close();
  }

  private Evidence evidence(LocalDate from, LocalDate to) {
    try (OpenSession open = site.open()) {
      return open.session().evidence(new Period(from, to, ZoneOffset.UTC));
    }
  }

  @Test
  void theChangesAreThoseOfThePeriodWithWhoMadeThem() {
    List<AuditedRun> later = evidence(LATER, LATER).runs();
    assertThat(later)
        .singleElement()
        .satisfies(run -> {
          assertThat(run.osUser()).isEqualTo("tester");
          assertThat(run.identity()).isEqualTo("LAB\\garrison");
          assertThat(run.ended()).isTrue();
          assertThat(run.writes())
              .contains(
                  new AuditedRun.Write("UPDATE", "collection/MDE pilot - all", "done"),
                  new AuditedRun.Write("UPDATE", "deployment/MDE pilot - 2019", "done"));
        });
    assertThat(evidence(FIRST_DAY, FIRST_DAY).runs())
        .isNotEmpty()
        .doesNotContainAnyElementsOf(later);
    assertThat(evidence(FIRST_DAY.plusDays(1), LATER.minusDays(1)).runs()).isEmpty();
  }

  @Test
  void coverageIsAsOfNowWhateverThePeriod() {
    assertThat(evidence(FIRST_DAY, FIRST_DAY).rings())
        .extracting(ring -> ring.state())
        .containsExactly(RingState.HALTED);
  }

  @Test
  void anExceptionThatEndedInThePeriodIsStillShown() {
    assertThat(evidence(FIRST_DAY, LATER).exceptions())
        .extracting(left -> left.exception().server() + " " + left.ended())
        .containsExactly("SQL01 false", "PRN01 true");
    assertThat(evidence(LATER, LATER).exceptions())
        .extracting(left -> left.exception().server())
        .containsExactly("SQL01");
  }

  @Test
  void aJournalThatWasEditedIsSaidToBe() throws IOException {
    assertThat(evidence(LATER, LATER).chain().problems()).isEmpty();
    Path journal;
    try (Stream<Path> files = Files.walk(folder.resolve(".garrison"))) {
      journal =
          files
              .filter(file -> file.toString().endsWith(".jsonl"))
              .sorted()
              .findFirst()
              .orElseThrow();
    }
    Files.writeString(journal, Files.readString(journal).replaceFirst("CREATE", "DELETE"));
    assertThat(evidence(LATER, LATER).chain().problems()).isNotEmpty();
  }
}
