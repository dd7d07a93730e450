package dev.garrison.wiring;

import dev.garrison.connection.resilience.Tempo;
import dev.garrison.history.OpenHistory;
import dev.garrison.history.ServiceFolder;
import dev.garrison.jobaccess.JobAccessOpening;
import dev.garrison.jobaccess.JobAccessServer;
import dev.garrison.jobaccess.OpenJobAccess;
import dev.garrison.manifest.Manifest;
import dev.garrison.manifest.ManifestResult;
import dev.garrison.manifest.reading.ManifestReader;
import dev.garrison.schedule.JobSchedule;
import dev.garrison.schedule.JobSchedules;
import dev.garrison.schedule.ManifestWatch;
import dev.garrison.secret.SchemeSecretStore;
import dev.garrison.session.Operator;
import dev.garrison.session.Sessions;
import dev.garrison.state.StateFolder;
import dev.garrison.webhook.Notices;
import dev.garrison.webhook.TestMessage;
import dev.garrison.webhook.WebhookPost;
import dev.garrison.work.JobPlaces;
import dev.garrison.work.JobRunner;
import dev.garrison.wsus.servers.WsusAccess;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Builds the objects that the jobs of one manifest need. */
public final class Jobs implements JobSchedules, JobAccessOpening {
  private final Sessions sessions;
  private final WsusAccess.Opening updateServers;
  private final Operator operator;
  private final Tempo tempo;
  private final Clock clock;
  private final Map<String, String> environment;

  /**
   * @param tempo the time settings with the zone of the computer; its breakers are those of the
   *     sessions
   * @param environment the environment variables, which may hold the secrets of webhooks
   */
  public Jobs(
      Sessions sessions,
      WsusAccess.Opening updateServers,
      Operator operator,
      Tempo tempo,
      Map<String, String> environment) {
    this.sessions = sessions;
    this.updateServers = updateServers;
    this.operator = operator;
    this.tempo = tempo;
    this.clock = tempo.clock();
    this.environment = Map.copyOf(environment);
  }

  @Override
  public JobSchedule open(Path file, Optional<Path> state) throws InterruptedException {
    JobSchedule.Settings settings = settings(file, state, ServiceFolder::in);
    return JobSchedule.of(
        settings, OpenHistory.open(settings.folder(), settings.who(), clock, tempo.pause()));
  }

  @Override
  public OpenJobAccess jobs(Path file, Optional<Path> state) throws InterruptedException {
    return OpenJobAccess.open(
        settings(file, state, ServiceFolder::in),
        settings -> OpenHistory.take(settings.folder(), settings.who(), clock),
        tempo.pause());
  }

  /** Opens the history for reading and changes nothing. */
  public OpenJobAccess look(Path file, Optional<Path> state) throws InterruptedException {
    return OpenJobAccess.open(
        settings(file, state, ServiceFolder::at),
        settings -> OpenHistory.look(settings.folder()),
        tempo.pause());
  }

  private JobSchedule.Settings settings(
      Path file, Optional<Path> state, Function<StateFolder, ServiceFolder> place) {
    ManifestResult read = new ManifestReader().read(file, LocalDate.now(clock));
    Manifest manifest = read.manifest();
    ServiceFolder folder =
        place.apply(state.map(StateFolder::new).orElseGet(() -> StateFolder.beside(file)));
    JobPlaces places =
        new JobPlaces(
            file,
            state,
            sessions,
            updateServers,
            (each, now) -> PackageKinds.reader(each).read(each, now),
            clock,
            tempo.pause());
    return new JobSchedule.Settings(
        manifest,
        new ManifestWatch(read.digest(), () -> new ManifestReader().digest(file), clock),
        folder,
        history -> new JobRunner(places, history, operator.toString()),
        (history, listener) -> new Notices(manifest, history, post(file), listener, clock),
        JobAccessServer::open,
        operator.toString(),
        clock,
        tempo.breakers());
  }

  private WebhookPost post(Path file) {
    return new WebhookPost(
        new SchemeSecretStore(environment, SiteSessions.folder(file), _ -> Optional.empty()),
        webhook -> SiteConnection.trust(webhook.trust()),
        clock);
  }

  /** Posts a test message to each webhook of a manifest. */
  public List<TestMessage> tryWebhooks(Path file) {
    Manifest manifest = new ManifestReader().read(file, LocalDate.now(clock)).manifest();
    try (WebhookPost post = post(file)) {
      return TestMessage.of(manifest, post, clock.instant());
    }
  }
}
