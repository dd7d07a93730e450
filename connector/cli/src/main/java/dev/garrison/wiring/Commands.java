package dev.garrison.wiring;

import dev.garrison.cli.HiddenQuestion;
import dev.garrison.cli.NamedCommand;
import dev.garrison.cli.antivirus.AntivirusCommand;
import dev.garrison.cli.catalog.CatalogCommand;
import dev.garrison.cli.fleet.StatusCommand;
import dev.garrison.cli.init.InitCommand;
import dev.garrison.cli.journal.EvidenceCommand;
import dev.garrison.cli.journal.JournalCommand;
import dev.garrison.cli.lab.DemoCommand;
import dev.garrison.cli.lab.LabCommand;
import dev.garrison.cli.lab.LabTime;
import dev.garrison.cli.lab.LeftOutCommand;
import dev.garrison.cli.output.Console;
import dev.garrison.cli.output.StandardStream;
import dev.garrison.cli.packages.PackageCommand;
import dev.garrison.cli.packages.ScriptsCommand;
import dev.garrison.cli.plan.AdoptCommand;
import dev.garrison.cli.plan.ApplyCommand;
import dev.garrison.cli.plan.Confirmation;
import dev.garrison.cli.plan.PlanCommand;
import dev.garrison.cli.plan.UndoCommand;
import dev.garrison.cli.probe.ProbeCommand;
import dev.garrison.cli.probe.ProbeOutput;
import dev.garrison.cli.readiness.PrerequisitesCommand;
import dev.garrison.cli.rollout.OffboardCommand;
import dev.garrison.cli.rollout.RingNamesCommand;
import dev.garrison.cli.rollout.RolloutCommand;
import dev.garrison.cli.servertest.TestConnectivityCommand;
import dev.garrison.cli.servertest.TestDetectionCommand;
import dev.garrison.cli.service.DocsCommand;
import dev.garrison.cli.service.JobCommand;
import dev.garrison.cli.service.NotifyCommand;
import dev.garrison.cli.service.ServeCommand;
import dev.garrison.cli.service.ServiceCommand;
import dev.garrison.cli.service.SupportBundleCommand;
import dev.garrison.cli.service.TokenCommand;
import dev.garrison.cli.share.ShareCommand;
import dev.garrison.cli.takeover.ImportCommand;
import dev.garrison.cli.verify.VerifyCommand;
import dev.garrison.cli.wsus.SyncDialogue;
import dev.garrison.cli.wsus.WsusCommand;
import dev.garrison.connection.Pause;
import dev.garrison.connection.resilience.Tempo;
import dev.garrison.demo.Demo;
import dev.garrison.demo.DemoService;
import dev.garrison.eventlog.EventLog;
import dev.garrison.jobaccess.JobOnDemand;
import dev.garrison.json.Json;
import dev.garrison.manifest.Ring;
import dev.garrison.manifest.draft.FirstManifest;
import dev.garrison.manifest.reading.ManifestReader;
import dev.garrison.secret.SchemeSecretStore;
import dev.garrison.selftest.WindowsSelfTest;
import dev.garrison.session.Operator;
import dev.garrison.share.access.SavedListFiles;
import dev.garrison.takeover.Takeover;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

/**
 * Commands of the program, each created when it is used.
 *
 * <p>Each start of the program runs one command, and the classes behind the others would be most of
 * what it loads.
 */
final class Commands {
  private final Console console;
  private final Map<String, String> environment;
  private final Clock machineClock;

  /**
   * Clock of this computer, or of the simulated site that the user works with. Commands that talk
   * to no site use the computer's, so that they work without a running site.
   */
  private final Clock clock;

  private final Pause pause;

  /** Waits between the requests to a server. */
  private final Pause between;

  private final Supplier<Operator> operator;
  private final BufferedReader input =
      new BufferedReader(new InputStreamReader(System.in, StandardStream.IN.encoding()));

  Commands(
      Console console,
      Map<String, String> environment,
      Clock clock,
      Pause pause,
      Supplier<Operator> operator) {
    this.console = console;
    this.environment = environment;
    this.machineClock = clock;
    this.clock = LabTime.followed(environment, clock);
    this.pause = pause;
    this.between = LabTime.between(environment, pause);
    this.operator = operator;
  }

  /** Commands in the order in which help lists them. */
  List<NamedCommand> all() {
    return List.of(
        new NamedCommand(
            "init",
            () ->
                new InitCommand(
                    console,
                    input,
                    new FirstManifest(new ManifestReader(), clock),
                    (file, access, code) -> takeover().names(file, access, code))),
        new NamedCommand("import", () -> new ImportCommand(console, takeover(), Program.version())),
        new NamedCommand(
            "probe",
            () ->
                new ProbeCommand(
                    console,
                    sessions()::probe,
                    new WindowsSelfTest(EventLog.ofThisSystem(console.err()::println), clock)::run,
                    clock,
                    Program.version())),
        new NamedCommand("plan", () -> new PlanCommand(console, sessions())),
        new NamedCommand(
            "apply", () -> new ApplyCommand(console, sessions(), confirmation(), pause::pause)),
        new NamedCommand("verify", () -> new VerifyCommand(console, sessions(), pause::pause)),
        new NamedCommand(
            "prerequisites", () -> new PrerequisitesCommand(console, sessions(), pause::pause)),
        new NamedCommand("status", () -> new StatusCommand(console, sessions(), pause::pause)),
        new NamedCommand(
            "antivirus", () -> new AntivirusCommand(console, sessions(), pause::pause)),
        new NamedCommand(
            "test-detection",
            () ->
                new TestDetectionCommand(
                    console, sessions()::detection, confirmation(), pause::pause)),
        new NamedCommand(
            "test-connectivity",
            () ->
                new TestConnectivityCommand(
                    console, sessions()::connectivity, confirmation(), pause::pause)),
        new NamedCommand(
            "rollout", () -> new RolloutCommand(console, sessions(), confirmation(), jobs())),
        new NamedCommand("ring-names", () -> new RingNamesCommand(console, this::ringNames)),
        new NamedCommand(
            "offboard",
            () ->
                new OffboardCommand(
                    console, sessions(), confirmation(), new ManifestReader(), clock)),
        new NamedCommand("adopt", () -> new AdoptCommand(console, sessions(), confirmation())),
        new NamedCommand("undo", () -> new UndoCommand(console, sessions(), confirmation())),
        new NamedCommand("evidence", () -> new EvidenceCommand(console, sessions(), clock)),
        new NamedCommand("journal", () -> new JournalCommand(console)),
        new NamedCommand(
            "package",
            () ->
                new PackageCommand(
                    console, PackageKinds.inspectors(machineClock), machineClock, Path.of(""))),
        new NamedCommand(
            "scripts",
            () ->
                new ScriptsCommand(
                    console,
                    new SchemeSecretStore(environment, Path.of(""), new HiddenQuestion()),
                    machineClock)),
        new NamedCommand(
            "share",
            () ->
                new ShareCommand(
                    console,
                    sessions(machineClock)::rights,
                    new SavedListFiles(new Json()),
                    machineClock)),
        new NamedCommand(
            "wsus",
            () ->
                new WsusCommand(
                    console,
                    new UpdateServers(tempo(clock, between), environment, new HiddenQuestion()),
                    clock,
                    new ProbeOutput(console, clock, Program.version()),
                    new SyncDialogue(console, confirmation(), clock, pause))),
        new NamedCommand(
            "catalog",
            () ->
                new CatalogCommand(
                    console,
                    new UpdateServers(tempo(clock, between), environment, new HiddenQuestion()),
                    clock)),
        new NamedCommand("job", () -> new JobCommand(console, jobs(), new JobOnDemand(pause))),
        new NamedCommand("notify", () -> new NotifyCommand(console, jobs()::tryWebhooks)),
        new NamedCommand(
            "serve",
            () ->
                new ServeCommand(
                    console,
                    jobs(),
                    Program.version(),
                    Program::documents,
                    EventLog.ofThisSystem(console.err()::println))),
        new NamedCommand(
            "service",
            () ->
                new ServiceCommand(
                    console,
                    Program::serviceInstallation,
                    new SchemeSecretStore(environment, Path.of(""), new HiddenQuestion()))),
        new NamedCommand("support-bundle", () -> new SupportBundleCommand(console, support())),
        new NamedCommand("token", () -> new TokenCommand(console, jobs(), new SecureRandom())),
        new NamedCommand(
            "docs",
            () ->
                new DocsCommand(console, Program::documents, () -> new CountDownLatch(1).await())),
        new NamedCommand(
            "demo",
            () ->
                hasLab() ? new DemoCommand(console, demo(), demoService()) : new LeftOutCommand()),
        new NamedCommand(
            "lab",
            () ->
                hasLab()
                    ? new LabCommand(console, machineClock, environment, new SecureRandom())
                    : new LeftOutCommand()));
  }

  /**
   * Whether the simulated site is part of this installation; an administrator may remove its jar.
   */
  private static boolean hasLab() {
    return Commands.class.getResource("/dev/garrison/lab/Lab.class") != null;
  }

  private List<String> ringNames(Path manifest) {
    return new ManifestReader()
        .read(manifest, LocalDate.now(machineClock)).manifest().rings().stream()
            .map(Ring::name)
            .toList();
  }

  private Takeover takeover() {
    return new Takeover(sessions()::takeover, new ManifestReader(), clock);
  }

  private SiteSessions sessions() {
    return sessions(clock);
  }

  private SiteSessions sessions(Clock time) {
    return new SiteSessions(
        operator.get(), tempo(time, between), environment, new HiddenQuestion());
  }

  /**
   * Builds the jobs without a prompt for secrets, because no user can be asked while a job runs.
   */
  private Jobs jobs() {
    Tempo tempo = tempo(clock, between);
    return new Jobs(
        new SiteSessions(operator.get(), tempo, environment, _ -> Optional.empty()),
        new UpdateServers(tempo, environment, _ -> Optional.empty()),
        operator.get(),
        tempo,
        environment);
  }

  private static Tempo tempo(Clock clock, Pause between) {
    return new Tempo(clock, between, () -> ThreadLocalRandom.current().nextDouble());
  }

  private SupportBundleCommand.Parts support() {
    return new SupportBundleCommand.Parts(jobs()::look, sessions()::probe, operator.get(), clock);
  }

  private Confirmation confirmation() {
    return new Confirmation(console, input);
  }

  private DemoService.Parts demoService() {
    Operator demonstrator = operator.get();
    return new DemoService.Parts(
        (time, waiting) -> {
          Tempo there = tempo(time, waiting);
          return new Jobs(
              new SiteSessions(demonstrator, there, environment, _ -> Optional.empty()),
              new UpdateServers(there, environment, _ -> Optional.empty()),
              demonstrator,
              there,
              environment);
        },
        () -> UUID.randomUUID().toString(),
        machineClock,
        new SecureRandom(),
        Program.version(),
        Program::documents);
  }

  private Demo demo() {
    Operator demonstrator = operator.get();
    return new Demo(
        (time, waiting) ->
            new SiteSessions(
                demonstrator, tempo(time, waiting), environment, _ -> Optional.empty()),
        () -> UUID.randomUUID().toString());
  }
}
