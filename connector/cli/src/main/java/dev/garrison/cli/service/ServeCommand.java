package dev.garrison.cli.service;

import dev.garrison.cli.ExitCode;
import dev.garrison.cli.output.Console;
import dev.garrison.cli.plan.ManifestOptions;
import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.eventlog.EventKind;
import dev.garrison.eventlog.EventLog;
import dev.garrison.eventlog.EventLogEntries;
import dev.garrison.job.JobCode;
import dev.garrison.language.Language;
import dev.garrison.language.Message;
import dev.garrison.language.Text;
import dev.garrison.log.ServiceEvents;
import dev.garrison.log.ServiceLog;
import dev.garrison.manifest.service.ListenAddress;
import dev.garrison.manifest.service.ServerSection;
import dev.garrison.schedule.JobSchedule;
import dev.garrison.schedule.JobSchedules;
import dev.garrison.schedule.Service;
import dev.garrison.server.DocumentSite;
import dev.garrison.server.GarrisonServer;
import dev.garrison.server.Limits;
import dev.garrison.server.ServerSettings;
import dev.garrison.server.api.Routes;
import dev.garrison.server.api.ServerCode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code garrison serve}: runs the jobs on schedule and the HTTP API, in the foreground. */
@Command(name = "serve")
public final class ServeCommand implements Callable<Integer> {
  /** Longest wait for a start when the process is ended; a start takes a second or two. */
  private static final Duration STARTING = Duration.ofSeconds(5);

  private final Console console;
  private final JobSchedules schedules;
  private final String version;
  private final Supplier<Optional<DocumentSite>> documents;
  private final EventLogEntries entries;

  @Mixin private ManifestOptions options;

  @Option(names = "--listen", paramLabel = "HOST:PORT")
  private @Nullable String listen;

  @Option(names = "--log-folder", paramLabel = "DIR")
  private @Nullable String logFolder;

  public ServeCommand(
      Console console,
      JobSchedules schedules,
      String version,
      Supplier<Optional<DocumentSite>> documents,
      EventLog events) {
    this.console = console;
    this.schedules = schedules;
    this.version = version;
    this.documents = documents;
    this.entries = new EventLogEntries(events);
  }

  @Override
  public Integer call() throws InterruptedException {
    CompletableFuture<Optional<Running>> running = new CompletableFuture<>();
    try {
      JobSchedule schedule = options.schedule(schedules);
      Runtime.getRuntime().addShutdownHook(new Thread(() -> end(running), "garrison-end"));
      running.complete(Optional.of(start(schedule, section(schedule))));
    } catch (RefusalException refusal) {
      entries.service(EventKind.START_REFUSED, String.valueOf(refusal.getMessage()));
      throw refusal;
    } finally {
      running.complete(Optional.empty());
    }
    new CountDownLatch(1).await();
    return ExitCode.OK;
  }

  /** Ends the service; if it is still starting, waits until it has started. */
  private static void end(CompletableFuture<Optional<Running>> running) {
    running
        .completeOnTimeout(Optional.empty(), STARTING.toSeconds(), TimeUnit.SECONDS)
        .join()
        .ifPresent(Running::end);
  }

  /** Section with the address to listen on; empty if the service must not listen. */
  private Optional<ServerSection> section(JobSchedule schedule) {
    try {
      return section(schedule.manifest().server(), listen);
    } catch (RefusalException refusal) {
      schedule.close();
      throw refusal;
    }
  }

  static Optional<ServerSection> section(ServerSection section, @Nullable String listen) {
    if (listen == null) {
      return Optional.of(section);
    }
    if (listen.equals("none")) {
      return Optional.empty();
    }
    ListenAddress address =
        ListenAddress.parse(listen)
            .orElseThrow(() -> refused(Message.of("listen.form", "value", listen)));
    if (!ServerSection.isSafe(address, section.tls().isPresent())) {
      throw refused(Message.of("listen.unsafe", "address", address));
    }
    return Optional.of(section.at(address));
  }

  private static RefusalException refused(Message message) {
    return new RefusalException(Diagnostic.error(ServerCode.LISTEN_UNSAFE, message));
  }

  private Running start(JobSchedule schedule, Optional<ServerSection> section) {
    Optional<ServiceLog> log = Optional.empty();
    try {
      requireJobs(schedule);
      log = log(schedule);
      JobView view = new JobView(schedule.zone());
      return begun(
          schedule,
          section,
          log,
          new ServiceConsole(
              console, Language.inUse(), view, log.map(ServiceEvents::new), entries));
    } catch (RefusalException refusal) {
      log.ifPresent(each -> {
        refusal.diagnostics().forEach(new ServiceEvents(each)::service);
        each.close();
      });
      schedule.close();
      throw refusal;
    }
  }

  /** Log files; empty if the user wants none. */
  private Optional<ServiceLog> log(JobSchedule schedule) {
    if ("none".equals(logFolder)) {
      return Optional.empty();
    }
    Path folder =
        Optional.ofNullable(logFolder)
            .map(Path::of)
            .or(() -> schedule.manifest().server().logFolder())
            .orElseGet(() -> schedule.open().folder().logs());
    ServiceLog log =
        ServiceLog.open(
            folder, schedule.clock().getZone(), fault -> ServiceConsole.warn(console, fault));
    schedule.open().folder().logsIn(log.folder());
    return Optional.of(log);
  }

  private Running begun(
      JobSchedule schedule,
      Optional<ServerSection> section,
      Optional<ServiceLog> log,
      ServiceConsole ears) {
    section.ifPresent(GarrisonServer::require);
    log.ifPresent(_ -> ears.log().orElseThrow().service(program(schedule)));
    Service service = schedule.start(ears, ears);
    ears.service(
        Text.of(
            "serve.running",
            "manifest",
            schedule.manifest().name(),
            "site",
            schedule.manifest().site().code(),
            "count",
            schedule.manifest().jobs().schedules().size()));
    Optional<GarrisonServer> server = section.map(each -> listening(each, schedule, service, ears));
    server.ifPresent(
        each -> ears.service(Text.of("serve.api", "address", each.url() + Routes.ROOT)));
    server
        .flatMap(GarrisonServer::health)
        .ifPresent(
            each -> ears.service(Text.of("serve.health", "address", each + "/health/ready")));
    log.ifPresent(each -> ears.service(Text.of("serve.log", "folder", each.folder())));
    entries.service(EventKind.SERVICE_STARTED, program(schedule));
    return new Running(schedule, service, server, log, ears);
  }

  private String program(JobSchedule schedule) {
    return "Garrison %s begins, on Java %s and %s, as %s."
        .formatted(version, Runtime.version(), System.getProperty("os.name"), schedule.who());
  }

  private GarrisonServer listening(
      ServerSection section, JobSchedule schedule, Service service, ServiceConsole ears) {
    try {
      return GarrisonServer.start(
          new ServerSettings(
              section, Limits.of(section), version, documents.get(), ears::fault, ears),
          schedule,
          service);
    } catch (RefusalException refusal) {
      service.close();
      throw refusal;
    }
  }

  private static void requireJobs(JobSchedule schedule) {
    if (schedule.manifest().jobs().schedules().isEmpty()) {
      throw new RefusalException(Diagnostic.error(JobCode.NO_JOBS, Message.of("serve.no-jobs")));
    }
  }

  /**
   * Parts that must be ended. The log is the last one, so that it records the end of the others.
   */
  private record Running(
      JobSchedule schedule,
      Service service,
      Optional<GarrisonServer> server,
      Optional<ServiceLog> log,
      ServiceConsole ears) {
    void end() {
      ears.log().ifPresent(each -> each.service("The service was told to end."));
      try (schedule;
          service) {
        server.ifPresent(GarrisonServer::close);
      } finally {
        ears.log().ifPresent(each -> each.service("The service has ended."));
        ears.entries().service(EventKind.SERVICE_ENDED, "The service has ended.");
        log.ifPresent(ServiceLog::close);
      }
    }
  }
}
