package dev.garrison.eventlog;

import dev.garrison.job.JobOutcome;
import dev.garrison.job.JobReport.Sighting;
import dev.garrison.job.JobRun;
import dev.garrison.ring.RingState;
import dev.garrison.schedule.JobListener;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Writes failed jobs and halted rings to an event log; a ring once, until it goes on. */
public final class EventLogEntries implements JobListener {
  private final EventLog log;
  private final Set<String> halted = ConcurrentHashMap.newKeySet();

  public EventLogEntries(EventLog log) {
    this.log = log;
  }

  /** Writes an event of the service itself. */
  public void service(EventKind kind, String text) {
    log.write(kind, text);
  }

  @Override
  public void ended(JobRun run) {
    JobOutcome outcome = run.outcome().orElse(JobOutcome.INTERRUPTED);
    if (outcome == JobOutcome.FAILED || outcome == JobOutcome.INTERRUPTED) {
      log.write(
          EventKind.JOB_FAILED,
          "Run %d of job '%s' %s: %s"
              .formatted(run.id(), run.job().word(), outcome.word(), run.summary()));
    }
    for (Sighting each : run.sightings()) {
      if (each.kind().equals(Sighting.RING)) {
        ring(each);
      }
    }
  }

  private void ring(Sighting ring) {
    if (!ring.state().equals(RingState.HALTED.word())) {
      halted.remove(ring.name());
    } else if (halted.add(ring.name())) {
      log.write(
          EventKind.RING_HALTED, "Ring '%s' is halted: %s".formatted(ring.name(), ring.words()));
    }
  }
}
