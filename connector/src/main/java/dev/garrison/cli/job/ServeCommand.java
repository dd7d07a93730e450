package dev.garrison.cli.job;

import dev.garrison.cli.Console;
import dev.garrison.cli.ExitCode;
import dev.garrison.cli.plan.ManifestOptions;
import dev.garrison.cli.view.DiagnosticView;
import dev.garrison.cli.view.Printable;
import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.job.JobCode;
import dev.garrison.job.JobRun;
import dev.garrison.job.service.JobDesk;
import dev.garrison.job.service.JobDesks;
import dev.garrison.job.service.JobListener;
import dev.garrison.job.service.Service;
import dev.garrison.manifest.server.ListenAddress;
import dev.garrison.manifest.server.ServerSection;
import dev.garrison.notice.post.NoticeListener;
import dev.garrison.server.GarrisonServer;
import dev.garrison.server.Limits;
import dev.garrison.server.ServerSettings;
import dev.garrison.server.api.Routes;
import dev.garrison.server.api.ServerCode;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code garrison serve}: the jobs at their times, and the HTTP API, in the foreground. */
@Command(
    name = "serve",
    description = {
      "Run the jobs of the manifest at their times, in the foreground, until it is stopped.",
      "It answers over HTTP to whoever has a token of 'garrison token create'.",
      "Jobs are plan-only until 'garrison job enable NAME'. A signal to end lets the write in hand be finished."
    })
public final class ServeCommand implements Callable<Integer> {
  private final Console console;
  private final JobDesks desks;
  private final String version;

  @Mixin private ManifestOptions options;

  @Option(
      names = "--listen",
      paramLabel = "HOST:PORT",
      description =
          "Where the HTTP API is, over the manifest's 'server.listen'; 'none' for no API, port 0 for any that is free.")
  private @Nullable String listen;

  public ServeCommand(Console console, JobDesks desks, String version) {
    this.console = console;
    this.desks = desks;
    this.version = version;
  }

  @Override
  public Integer call() throws InterruptedException {
    JobDesk desk = options.desk(desks);
    Running running = start(desk, section(desk));
    Runtime.getRuntime().addShutdownHook(new Thread(running::end, "garrison-end"));
    new CountDownLatch(1).await();
    return ExitCode.OK;
  }

  /** Where to listen; empty: nowhere. */
  private Optional<ServerSection> section(JobDesk desk) {
    ServerSection section = desk.manifest().server();
    if (listen == null) {
      return Optional.of(section);
    }
    if (listen.equals("none")) {
      return Optional.empty();
    }
    ListenAddress address =
        ListenAddress.parse(listen)
            .orElseThrow(() -> refused(desk, "'%s' is no HOST:PORT.".formatted(listen)));
    if (!ServerSection.isSafe(address, section.tls().isPresent())) {
      throw refused(
          desk, "Others can reach %s, and the service has no certificate.".formatted(address));
    }
    return Optional.of(new ServerSection(address, section.tls()));
  }

  private static RefusalException refused(JobDesk desk, String problem) {
    desk.close();
    return new RefusalException(
        Diagnostic.error(
            ServerCode.LISTEN_UNSAFE,
            problem,
            "Listen on a loopback address such as 127.0.0.1:8740, or name 'server.certificate' and 'server.key' in the manifest."));
  }

  private Running start(JobDesk desk, Optional<ServerSection> section) {
    try {
      requireJobs(desk);
      requireAlone(desk);
      section.ifPresent(GarrisonServer::require);
      JobView view = new JobView(desk.manifest().jobs().zone().orElse(desk.clock().getZone()));
      Service service = desk.start(new Told(console, view), new Warned(console));
      console
          .out()
          .printf(
              "Garrison serves %s, site %s: %d jobs. Stop it with Ctrl-C.%n",
              desk.manifest().name(),
              desk.manifest().site().code(),
              desk.manifest().jobs().schedules().size());
      Optional<GarrisonServer> server = section.map(each -> listening(each, desk, service));
      server.ifPresent(
          each -> console.out().printf("The API is at %s%s.%n", each.url(), Routes.ROOT));
      console.out().flush();
      return new Running(desk, service, server);
    } catch (RefusalException refusal) {
      desk.close();
      throw refusal;
    }
  }

  private GarrisonServer listening(ServerSection section, JobDesk desk, Service service) {
    try {
      return GarrisonServer.start(
          new ServerSettings(section, Limits.DEFAULT, version, this::fault), desk, service);
    } catch (RefusalException refusal) {
      service.close();
      throw refusal;
    }
  }

  private void fault(String line) {
    console.err().println(Printable.text(line));
  }

  private static void requireJobs(JobDesk desk) {
    if (desk.manifest().jobs().schedules().isEmpty()) {
      throw new RefusalException(
          Diagnostic.error(
              JobCode.NO_JOBS,
              "The manifest has no jobs.",
              "Add 'jobs' with 'schedules'; docs/manifest.md has an example."));
    }
  }

  private static void requireAlone(JobDesk desk) {
    desk.elsewhere()
        .ifPresent(holder -> {
          throw new RefusalException(
              Diagnostic.error(
                  JobCode.SERVICE_RUNS,
                  "The jobs of this state folder are run already: %s.".formatted(holder),
                  "Stop that process first, or name another state folder with --state."));
        });
  }

  /** What has to be ended. */
  private record Running(JobDesk desk, Service service, Optional<GarrisonServer> server) {
    void end() {
      try (desk;
          service) {
        server.ifPresent(GarrisonServer::close);
      }
    }
  }

  /** Tells on the console what jobs do. */
  private record Told(Console console, JobView view) implements JobListener {
    @Override
    public void ended(JobRun run) {
      synchronized (console) {
        console.out().println(view.ended(run));
        console.out().flush();
      }
    }
  }

  /** Tells what became of messages to webhooks. */
  private record Warned(Console console) implements NoticeListener {
    @Override
    public void told(Diagnostic diagnostic) {
      synchronized (console) {
        console.err().println(DiagnosticView.render(diagnostic));
      }
    }
  }
}
