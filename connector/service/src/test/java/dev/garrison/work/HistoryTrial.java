package dev.garrison.work;

import dev.garrison.history.AntivirusHistory;
import dev.garrison.history.HistoryDatabase;
import dev.garrison.history.Outbox;
import dev.garrison.history.RunHistory;
import dev.garrison.history.ServerReports;
import dev.garrison.history.ServiceFolder;
import dev.garrison.history.StandingHistory;
import dev.garrison.history.UpdateLooks;
import dev.garrison.job.JobMode;
import dev.garrison.job.JobRun;
import dev.garrison.json.Json;
import dev.garrison.manifest.job.JobKind;
import dev.garrison.state.StateFolder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** With a history of its own. */
abstract class HistoryTrial extends WorkTrial {
  private HistoryDatabase database;

  @BeforeEach
  void openHistory() {
    database = HistoryDatabase.open(ServiceFolder.in(new StateFolder(folder.resolve("state"))));
  }

  @AfterEach
  void closeHistory() {
    database.close();
  }

  final HistoryDatabase database() {
    return database;
  }

  final RunHistory runs() {
    return new RunHistory(database, new Json());
  }

  final StandingHistory standings() {
    return new StandingHistory(database);
  }

  final AntivirusHistory antivirus() {
    return new AntivirusHistory(database, new Json());
  }

  final ServerReports reports() {
    return new ServerReports(database, new Json());
  }

  final UpdateLooks looks() {
    return new UpdateLooks(database, new Json());
  }

  final Outbox outbox() {
    return new Outbox(database);
  }

  /** A run that has begun. */
  final long begun(JobKind job) {
    return runs().begin(job, JobRun.Reason.SCHEDULE, "tester", JobMode.ENABLED, now);
  }
}
