package dev.garrison.wiring;

import dev.garrison.cli.CommandLineProgram;
import dev.garrison.cli.Console;
import dev.garrison.cli.InitCommand;
import dev.garrison.manifest.draft.FirstManifest;
import dev.garrison.manifest.reading.ManifestReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Properties;

/** The program as a user starts it. */
public final class Program {
  private final CommandLineProgram commands;

  private Program(CommandLineProgram commands) {
    this.commands = commands;
  }

  /** Puts the program together from the process's own streams and environment. */
  public static Program create() {
    Console console = Console.ofProcess(System.getenv());
    return new Program(new CommandLineProgram(console, version(), List.of(initCommand(console))));
  }

  private static InitCommand initCommand(Console console) {
    return new InitCommand(
        console,
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)),
        new FirstManifest(new ManifestReader(), Clock.system(ZoneId.systemDefault())));
  }

  /** Runs one command line and returns its exit code. */
  public int run(String[] args) {
    return commands.run(args);
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
