package dev.garrison.work;

import dev.garrison.connection.Pause;
import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.job.JobOutcome;
import dev.garrison.job.JobReport;
import dev.garrison.job.JobReport.Finding;
import dev.garrison.language.Text;
import dev.garrison.manifest.job.ChangeKind;
import dev.garrison.manifest.wsus.WsusServer;
import dev.garrison.wsus.servers.WsusAccess;
import dev.garrison.wsus.sync.PlannedSync;
import dev.garrison.wsus.sync.SyncListener;
import dev.garrison.wsus.sync.SyncOutcome;
import dev.garrison.wsus.sync.SyncTerms;
import dev.garrison.wsus.sync.WsusSync;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Synchronizes update servers and approves sensor updates. Servers are synchronized if they have
 * not been for a while and this job may approve there. A server that could not synchronize still
 * has its previous updates.
 */
final class SensorUpdateWork implements JobWork {
  private static final SyncTerms TERMS =
      new SyncTerms(Duration.ofMinutes(30), Duration.ofHours(12));

  private final Supplier<WsusAccess> servers;
  private final JobWork approvals;
  private final InstantSource clock;
  private final Pause pause;

  /**
   * @param servers opens the update servers
   * @param approvals approves, one job at a time; a synchronization needs no such order
   * @param pause how to wait for a synchronisation
   */
  SensorUpdateWork(
      Supplier<WsusAccess> servers, JobWork approvals, InstantSource clock, Pause pause) {
    this.servers = servers;
    this.approvals = approvals;
    this.clock = clock;
    this.pause = pause;
  }

  @Override
  public JobReport run(JobTask task) throws InterruptedException {
    List<Diagnostic> problems =
        task.allowed().contains(ChangeKind.APPROVE) && task.closed().isEmpty()
            ? synchronised(task)
            : List.of();
    JobReport report = approvals.run(task);
    if (problems.isEmpty()) {
      return report;
    }
    boolean well = report.outcome() == JobOutcome.DONE || report.outcome() == JobOutcome.WAITING;
    return new JobReport(
        well ? JobOutcome.FINDINGS : report.outcome(),
        Text.of("job-summary.not-synchronized", "summary", report.summary()).toString(),
        Stream.concat(problems.stream().map(Finding::of), report.findings().stream()).toList(),
        report.plan(),
        report.journals(),
        report.soon(),
        report.sightings());
  }

  /** Problems of the servers that could not be synchronized. */
  private List<Diagnostic> synchronised(JobTask task) {
    boolean any =
        task.manifest().wsus().servers().stream()
            .anyMatch(
                server -> server.owner() == WsusServer.Owner.WSUS && server.writes().isPresent());
    if (!any) {
      return List.of();
    }
    try (WsusAccess access = servers.get()) {
      WsusSync sync =
          new WsusSync(
              access,
              clock,
              duration -> {
                task.goingOn().run();
                pause.pause(duration);
              });
      List<PlannedSync> plan =
          sync.plan(Optional.empty(), TERMS).stream()
              .filter(each -> each.server().writes().isPresent())
              .toList();
      if (task.closed().isPresent()) {
        return List.of();
      }
      List<SyncOutcome> outcomes = sync.carryOut(plan, TERMS, new Unheard());
      List<Diagnostic> problems = new ArrayList<>();
      for (int index = 0; index < plan.size(); index++) {
        problems.addAll(outcomes.get(index).problems(plan.get(index).server()));
      }
      return problems;
    }
  }

  /** Ignores the progress of a synchronization, because no user follows a job. */
  private static final class Unheard implements SyncListener {
    @Override
    public void begun(WsusServer server, boolean ours) {
      // What came of it is told at the end.
    }

    @Override
    public void goesOn(WsusServer server, String progress) {
      // What came of it is told at the end.
    }

    @Override
    public void ended(WsusServer server, SyncOutcome outcome) {
      // What came of it is told at the end.
    }
  }
}
