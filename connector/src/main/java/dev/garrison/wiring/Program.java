package dev.garrison.wiring;

import dev.garrison.cli.CommandLineProgram;
import dev.garrison.cli.Console;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
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
    return new Program(
        new CommandLineProgram(Console.ofProcess(System.getenv()), version(), List.of()));
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
