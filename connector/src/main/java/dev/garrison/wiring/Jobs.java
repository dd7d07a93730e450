package dev.garrison.wiring;

import dev.garrison.connection.Pause;
import dev.garrison.job.history.ServiceFolder;
import dev.garrison.job.service.JobDesk;
import dev.garrison.job.service.JobDesks;
import dev.garrison.job.work.JobPlaces;
import dev.garrison.job.work.JobRunner;
import dev.garrison.manifest.Manifest;
import dev.garrison.manifest.reading.ManifestReader;
import dev.garrison.record.StateFolder;
import dev.garrison.session.Operator;
import dev.garrison.session.Sessions;
import dev.garrison.wsus.probe.WsusAccess;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;

/** Puts together what the jobs of one manifest need. */
public final class Jobs implements JobDesks {
  private final Sessions sessions;
  private final WsusAccess.Opening updateServers;
  private final Operator operator;
  private final Clock clock;
  private final Pause pause;

  /**
   * @param clock with the zone of the computer
   * @param pause how to wait
   */
  public Jobs(
      Sessions sessions,
      WsusAccess.Opening updateServers,
      Operator operator,
      Clock clock,
      Pause pause) {
    this.sessions = sessions;
    this.updateServers = updateServers;
    this.operator = operator;
    this.clock = clock;
    this.pause = pause;
  }

  @Override
  public JobDesk open(Path file, Optional<Path> state) throws InterruptedException {
    Manifest manifest = new ManifestReader().read(file, LocalDate.now(clock)).manifest();
    ServiceFolder folder =
        ServiceFolder.in(state.map(StateFolder::new).orElseGet(() -> StateFolder.beside(file)));
    JobPlaces places =
        new JobPlaces(
            file,
            state,
            sessions,
            updateServers,
            (each, now) -> PackageKinds.reader(each).read(each, now),
            clock,
            pause);
    return JobDesk.open(
        new JobDesk.Settings(
            manifest,
            folder,
            database -> new JobRunner(places, database, operator.toString()),
            operator.toString(),
            clock),
        pause);
  }
}
