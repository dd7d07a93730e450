package dev.garrison.cli.plan;

import dev.garrison.jobaccess.JobAccessOpening;
import dev.garrison.jobaccess.OpenJobAccess;
import dev.garrison.runscript.OpenScriptRun;
import dev.garrison.schedule.JobSchedule;
import dev.garrison.schedule.JobSchedules;
import dev.garrison.session.Sessions;
import dev.garrison.session.Sessions.OpenSession;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options for the manifest and the state folder, which most commands share. */
public final class ManifestOptions {
  @Option(
      names = {"-f", "--manifest"},
      paramLabel = "FILE",
      defaultValue = "garrison.yaml")
  private Path manifest;

  @Option(names = "--state", paramLabel = "DIR")
  private @Nullable Path state;

  /** File of the manifest. */
  public Path manifest() {
    return manifest;
  }

  /** State folder, if one was named. */
  public Optional<Path> state() {
    return Optional.ofNullable(state);
  }

  /** Opens the session as if the manifest contained this text. */
  public OpenSession openAs(Sessions sessions, String text) {
    return sessions.openAs(manifest, text, Optional.ofNullable(state));
  }

  /** Opens the session for a part of the manifest. */
  public OpenSession open(Sessions sessions, PartOption part) {
    return sessions.open(manifest, Optional.ofNullable(state), part.part());
  }

  /** Opens a test of servers. */
  public OpenScriptRun open(OpenScriptRun.Opening opening) {
    return opening.open(manifest, Optional.ofNullable(state));
  }

  /** Opens the jobs. */
  public JobSchedule schedule(JobSchedules schedules) throws InterruptedException {
    return schedules.open(manifest, Optional.ofNullable(state));
  }

  /** Opens the history of jobs for a command. */
  public OpenJobAccess jobs(JobAccessOpening opening) throws InterruptedException {
    return opening.jobs(manifest, Optional.ofNullable(state));
  }

  /** Opens the session. */
  public OpenSession open(Sessions sessions) {
    return sessions.open(manifest, Optional.ofNullable(state));
  }
}
