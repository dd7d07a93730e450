package dev.garrison.cli.rollout;

import dev.garrison.cli.ExitCode;
import dev.garrison.cli.output.Console;
import dev.garrison.cli.plan.ManifestOptions;
import dev.garrison.diagnostic.RefusalException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * Prints the names of the manifest's rings for a completion script.
 *
 * <p>Without a manifest that can be read it prints nothing: a diagnostic would tear the line that
 * the user types.
 */
@Command(name = "ring-names", hidden = true)
public final class RingNamesCommand implements Callable<Integer> {
  private final Console console;
  private final Function<Path, List<String>> rings;

  @Mixin private ManifestOptions options;

  /**
   * @param rings reads the names from a manifest
   */
  public RingNamesCommand(Console console, Function<Path, List<String>> rings) {
    this.console = console;
    this.rings = rings;
  }

  @Override
  public Integer call() {
    try {
      rings.apply(options.manifest()).forEach(console.out()::println);
      return ExitCode.OK;
    } catch (RefusalException unreadable) {
      return ExitCode.ERROR;
    }
  }
}
