package dev.garrison.cli.takeover;

import dev.garrison.cli.ExitCode;
import dev.garrison.cli.init.FirstAnswerOptions;
import dev.garrison.cli.output.AnswerOptions;
import dev.garrison.cli.output.Console;
import dev.garrison.takeover.Takeover;
import dev.garrison.takeover.Takeover.TakenOver;
import dev.garrison.takeover.TakeoverAnswer;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code garrison import}: writes a first manifest from the objects on a site. */
@Command(name = "import", modelTransformer = FirstAnswerOptions.OfImport.class)
public final class ImportCommand implements Callable<Integer> {
  @Spec CommandSpec spec;

  private final Console console;
  private final Takeover takeover;
  private final String version;

  @Mixin private ImportOptions options;

  @Option(
      names = {"-o", "--out"},
      paramLabel = "FILE",
      defaultValue = "garrison.yaml")
  private Path file;

  @Mixin private AnswerOptions answer;

  /**
   * @param version the version of Garrison
   */
  public ImportCommand(Console console, Takeover takeover, String version) {
    this.console = console;
    this.takeover = takeover;
    this.version = version;
  }

  @Override
  public Integer call() {
    TakenOver taken = takeover.write(file, options.access(), FirstAnswerOptions.given(spec));
    answer.print(
        console,
        () -> TakeoverAnswer.of(taken, version),
        () -> TakeoverView.render(taken, file.toString()));
    return taken.composed().isPresent() ? ExitCode.OK : ExitCode.NOTHING_FOUND;
  }
}
