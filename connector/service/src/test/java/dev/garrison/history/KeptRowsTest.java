package dev.garrison.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.digest.Sha256;
import dev.garrison.job.JobMode;
import dev.garrison.job.JobOutcome;
import dev.garrison.job.JobReport;
import dev.garrison.job.JobRun;
import dev.garrison.json.Json;
import dev.garrison.manifest.job.JobKind;
import dev.garrison.state.StateFolder;
import dev.garrison.state.StoredPlan;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A history whose rows another version of Garrison wrote. */
final class KeptRowsTest {
  private static final String LATER =
      "its form is 3, and this version of Garrison knows forms up to 2";

  @TempDir private Path folder;
  private HistoryDatabase database;
  private long run;

  @BeforeEach
  void open() {
    database = HistoryDatabase.open(ServiceFolder.in(new StateFolder(folder)));
    run =
        runs()
            .begin(
                JobKind.ROLLOUT, JobRun.Reason.SCHEDULE, "a test", JobMode.ENABLED, KeptValues.NOW);
    runs()
        .end(
            run,
            JobKind.ROLLOUT,
            new JobReport(
                JobOutcome.PENDING, "x", List.of(), Optional.of(KeptValues.PLAN), List.of(), false),
            KeptValues.NOW);
  }

  @AfterEach
  void close() {
    database.close();
  }

  private RunHistory runs() {
    return new RunHistory(database, new Json());
  }

  private RingLooks rings() {
    return new RingLooks(database, new Json());
  }

  private UpdateLooks updates() {
    return new UpdateLooks(database, new Json());
  }

  private void write(String statement, String line) {
    int _ = database.change(handle -> handle.createUpdate(statement).bind("line", line).execute());
  }

  private static String later(String name) {
    return KeptLines.line(2, name).replace("\"format\":2", "\"format\":3");
  }

  private String planRow() {
    return database.with(
        handle -> handle.createQuery("select plan from job_plan").mapTo(String.class).one());
  }

  @Test
  void aRunOfTheFirstFormIsRead() {
    write("update job_run set detail = :line", KeptLines.line(1, "run"));
    write("update job_run set sightings = :line", KeptLines.line(1, "sightings"));
    JobRun read = runs().get(run);
    assertThat(read.findings()).isEqualTo(KeptValues.FINDINGS);
    assertThat(read.journals()).isEqualTo(KeptValues.JOURNALS);
    assertThat(read.sightings()).isEqualTo(KeptValues.SIGHTINGS);
  }

  @Test
  void aRunOfALaterFormIsRefusedByItsNumber() {
    write("update job_run set detail = :line", later("run"));
    assertThatThrownBy(() -> runs().get(run))
        .isInstanceOf(RefusalException.class)
        .hasMessage(
            "The findings of run %d can't be read from the job history: %s. %s"
                .formatted(run, LATER, KeptLines.REMEDY));
  }

  @Test
  void aLookAtRingsOfALaterFormIsRefusedByTheNumberOfItsRun() {
    write("update job_run set sightings = :line", later("sightings"));
    assertThatThrownBy(() -> rings().latest())
        .isInstanceOf(RefusalException.class)
        .hasMessage(
            "The objects that run %d read can't be read from the job history: %s. %s"
                .formatted(run, LATER, KeptLines.REMEDY));
  }

  @Test
  void aLookAtUpdatesOfTheFirstFormIsRead() {
    updates().keep(run, Optional.of(KeptValues.UPDATES));
    write("update update_look set body = :line", KeptLines.line(1, "updates"));
    assertThat(updates().latest()).contains(KeptValues.UPDATES);
  }

  @Test
  void aLookAtUpdatesOfALaterFormIsNone() {
    updates().keep(run, Optional.of(KeptValues.UPDATES));
    write("update update_look set body = :line", later("updates"));
    assertThat(updates().latest()).isEmpty();
  }

  @Test
  void whatIsWrongInALaterFormIsRefusedByItsKey() {
    write(
        "insert into notice_fact (fact, family, detail, since) values ('a/b', 'a', :line, current_timestamp)",
        later("fact"));
    assertThatThrownBy(() -> new ProblemHistory(database).present(KeptValues.NOW))
        .isInstanceOf(RefusalException.class)
        .hasMessage(
            "The problem \"a/b\" can't be read from the job history: %s. %s"
                .formatted(LATER, KeptLines.REMEDY));
  }

  @Test
  void aPlanIsKeptAsItEverWas() {
    assertThat(planRow()).isEqualTo(KeptLines.line(1, "plan"));
  }

  @Test
  void aPlanThatAnEarlierVersionKeptIsRead() {
    write("update job_plan set plan = :line", KeptLines.line(1, "plan"));
    assertThat(runs().kept(run)).contains(KeptValues.PLAN);
  }

  @Test
  void aPlanOfAnotherFormatIsNone() {
    write(
        "update job_plan set plan = :line", changed("\"garrison-plan/2\"", "\"garrison-plan/3\""));
    assertThat(runs().kept(run)).isEmpty();
  }

  @Test
  void aPlanWithAPartThatIsNotKnownIsNone() {
    write("update job_plan set plan = :line", changed("\"site\":", "\"ship\":1,\"site\":"));
    assertThat(runs().kept(run)).isEmpty();
  }

  /** The plan changed by somebody who gives it the digest that fits. */
  private static String changed(String part, String other) {
    Json json = new Json();
    ObjectNode plan = (ObjectNode) json.parse(KeptLines.line(1, "plan").replace(part, other));
    ObjectNode rest = plan.deepCopy().without("digest");
    plan.putObject("digest").put("hex", Sha256.of(json.canonical(rest)).hex());
    assertThat(StoredPlan.holds(plan)).isTrue();
    return json.canonical(plan);
  }

  @Test
  void aPlanThatWasAlteredIsNone() {
    write(
        "update job_plan set plan = :line",
        KeptLines.line(1, "plan").replace("\"maxDevices\":25", "\"maxDevices\":26"));
    assertThat(runs().kept(run)).isEmpty();
  }
}
