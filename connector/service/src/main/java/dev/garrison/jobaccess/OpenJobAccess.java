package dev.garrison.jobaccess;

import dev.garrison.connection.Pause;
import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.history.OpenHistory;
import dev.garrison.job.JobCode;
import dev.garrison.language.Message;
import dev.garrison.manifest.Manifest;
import dev.garrison.schedule.JobSchedule;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/** The history of jobs, open for one command. */
public final class OpenJobAccess implements AutoCloseable {
  private static final Duration LOOK = Duration.ofMillis(100);

  /**
   * Most attempts to open it; commands that only read or decide have the history open for a moment.
   */
  private static final int MOST_LOOKS = 100;

  private final JobSchedule.Settings settings;
  private final JobAccess jobs;
  private final Optional<JobSchedule> own;
  private final Runnable closing;

  private OpenJobAccess(
      JobSchedule.Settings settings, JobAccess jobs, Optional<JobSchedule> own, Runnable closing) {
    this.settings = settings;
    this.jobs = jobs;
    this.own = own;
    this.closing = closing;
  }

  /**
   * Opens the history in this process, or connects to the process that has it open.
   *
   * @param opening opens it in this process; empty where another has it
   * @param pause how to wait for a command that has it for a moment
   * @throws RefusalException where it cannot be used
   */
  public static OpenJobAccess open(
      JobSchedule.Settings settings,
      Function<JobSchedule.Settings, Optional<OpenHistory>> opening,
      Pause pause)
      throws InterruptedException {
    for (int look = 0; look < MOST_LOOKS; look++) {
      Optional<JobSchedule> own =
          opening.apply(settings).map(open -> JobSchedule.of(settings, open));
      if (own.isPresent()) {
        return new OpenJobAccess(settings, new OwnJobAccess(own.get()), own, own.get()::close);
      }
      Optional<RemoteJobAccess> visitor = RemoteJobAccess.at(settings.folder());
      if (visitor.isPresent()) {
        return new OpenJobAccess(
            settings, visitor.get().jobs(), Optional.empty(), visitor.get()::close);
      }
      pause.pause(LOOK);
    }
    throw new RefusalException(
        Diagnostic.error(
            JobCode.SERVICE_RUNS,
            Message.of("history.closed", "holder", settings.folder().holder())));
  }

  /** The requests to the history. */
  public JobAccess jobs() {
    return jobs;
  }

  /** The schedule whose history this process has open itself; empty where another process does. */
  public Optional<JobSchedule> own() {
    return own;
  }

  /** The process that runs the jobs, where it is another one. */
  public Optional<String> elsewhere() {
    return own.isPresent() ? Optional.empty() : Optional.of(settings.folder().holder());
  }

  /** Whether that process runs jobs at their times and accepts requests. */
  public boolean isServedElsewhere() {
    return own.isEmpty() && settings.folder().isServed();
  }

  /** The manifest as it was read when this was opened. */
  public Manifest manifest() {
    return settings.manifest();
  }

  /** The current user, host, and process. */
  public String who() {
    return settings.who();
  }

  /** The clock, with the zone of the computer. */
  public Clock clock() {
    return settings.clock();
  }

  @Override
  public void close() {
    closing.run();
  }
}
