package dev.garrison.wiring;

import dev.garrison.cli.CommandLineProgram;
import dev.garrison.cli.Console;
import dev.garrison.cli.HiddenQuestion;
import dev.garrison.cli.InitCommand;
import dev.garrison.cli.journal.JournalCommand;
import dev.garrison.cli.lab.DemoCommand;
import dev.garrison.cli.lab.LabCommand;
import dev.garrison.cli.packages.PackageCommand;
import dev.garrison.cli.plan.AdoptCommand;
import dev.garrison.cli.plan.ApplyCommand;
import dev.garrison.cli.plan.Confirmation;
import dev.garrison.cli.plan.PlanCommand;
import dev.garrison.cli.plan.UndoCommand;
import dev.garrison.cli.plan.VerifyCommand;
import dev.garrison.cli.scripts.ScriptsCommand;
import dev.garrison.cli.share.ShareCommand;
import dev.garrison.demo.Demo;
import dev.garrison.json.Json;
import dev.garrison.manifest.draft.FirstManifest;
import dev.garrison.manifest.reading.ManifestReader;
import dev.garrison.record.SavedListFiles;
import dev.garrison.secret.SchemeSecretStore;
import dev.garrison.session.Operator;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;

/** The program as a user starts it. */
public final class Program {
  private final CommandLineProgram commands;

  private Program(CommandLineProgram commands) {
    this.commands = commands;
  }

  /** Puts the program together from the process's own streams and environment. */
  public static Program create() {
    Map<String, String> environment = System.getenv();
    Console console = Console.ofProcess(environment);
    BufferedReader input =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    Clock clock = Clock.system(ZoneId.systemDefault());
    Operator operator = operator();
    SiteSessions sessions =
        new SiteSessions(operator, clock, Program::sleep, environment, new HiddenQuestion());
    Confirmation confirmation = new Confirmation(console, input);
    Demo demo =
        new Demo(
            (time, pause) ->
                new SiteSessions(operator, time, pause, environment, _ -> Optional.empty()),
            () -> UUID.randomUUID().toString());
    return new Program(
        new CommandLineProgram(
            console,
            version(),
            List.of(
                new InitCommand(console, input, new FirstManifest(new ManifestReader(), clock)),
                new PlanCommand(console, sessions),
                new ApplyCommand(console, sessions, confirmation, Program::sleep),
                new VerifyCommand(console, sessions),
                new AdoptCommand(console, sessions, confirmation),
                new UndoCommand(console, sessions, confirmation),
                new JournalCommand(console),
                new PackageCommand(console, PackageKinds.inspectors(clock), clock),
                new ScriptsCommand(
                    console,
                    new SchemeSecretStore(environment, Path.of(""), new HiddenQuestion()),
                    clock),
                new ShareCommand(console, sessions::rights, new SavedListFiles(new Json()), clock),
                new DemoCommand(console, demo),
                new LabCommand(console, clock))));
  }

  /** Runs one command line and returns its exit code. */
  public int run(String[] args) {
    return commands.run(args);
  }

  private static void sleep(Duration duration) throws InterruptedException {
    Thread.sleep(duration);
  }

  private static Operator operator() {
    return new Operator(
        System.getProperty("user.name", "unknown"),
        host(),
        ProcessHandle.current().pid(),
        version());
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException nameless) {
      return "a machine without a name";
    }
  }

  private static String version() {
    try (InputStream stream =
        Program.class.getResourceAsStream("/dev/garrison/version.properties")) {
      Properties properties = new Properties();
      properties.load(stream);
      return properties.getProperty("version", "unknown");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
