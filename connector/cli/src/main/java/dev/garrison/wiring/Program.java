package dev.garrison.wiring;

import dev.garrison.cli.CommandLineProgram;
import dev.garrison.cli.output.Console;
import dev.garrison.server.DocumentSite;
import dev.garrison.session.Operator;
import dev.garrison.windowsservice.ServiceInstallation;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;

/** Garrison as a user starts it: one command line with its exit code. */
public final class Program {
  private final CommandLineProgram commands;

  private Program(CommandLineProgram commands) {
    this.commands = commands;
  }

  /** Builds the program from the process's own streams and environment. */
  public static Program create() {
    Map<String, String> environment = System.getenv();
    Clock clock = Clock.system(ZoneId.systemDefault());
    Console console = Console.ofProcess(environment, clock.getZone());
    Commands commands =
        new Commands(console, environment, clock, Program::sleep, Program::operator);
    return new Program(
        CommandLineProgram.of(
            console,
            version(),
            ProgramEnvironment.defaults(environment, systemLocale()),
            commands.all()));
  }

  /** Runs one command line and returns its exit code. */
  public int run(String[] args) {
    return commands.run(args);
  }

  /** The launcher's word for it, for it runs Java under a locale of UTF-8; otherwise Java's. */
  private static String systemLocale() {
    String told = System.getProperty("garrison.locale", "");
    return told.isEmpty() ? Locale.getDefault(Locale.Category.DISPLAY).toLanguageTag() : told;
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
      return "unknown";
    }
  }

  /** Installation of the service by the program whose jar this class is in. */
  static ServiceInstallation serviceInstallation() {
    return ServiceInstallation.here(folder(), Path.of(System.getProperty("java.home")));
  }

  /** Documentation site of this installation; empty if its build made none. */
  static Optional<DocumentSite> documents() {
    return DocumentSite.in(folder().resolve("site"));
  }

  /** Folder of the installation: the one above that of the jar this class is in. */
  private static Path folder() {
    try {
      Path jar = Path.of(Program.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      Path lib = Objects.requireNonNull(jar.getParent());
      return Objects.requireNonNull(lib.getParent());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  static String version() {
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
