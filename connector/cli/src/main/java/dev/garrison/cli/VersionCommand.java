package dev.garrison.cli;

import dev.garrison.cli.output.Console;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(name = "version")
final class VersionCommand implements Callable<Integer> {
  private final Console console;
  private final String version;

  VersionCommand(Console console, String version) {
    this.console = console;
    this.version = version;
  }

  @Override
  public Integer call() {
    console.out().println(version);
    return ExitCode.OK;
  }
}
