package dev.garrison.cli.plan;

import dev.garrison.cli.output.AnswerOptions;
import dev.garrison.cli.output.Console;
import dev.garrison.language.Text;
import dev.garrison.session.Sessions;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code garrison undo}: undoes a run. */
@Command(name = "undo")
public final class UndoCommand implements Callable<Integer> {
  private final AgreedPlan agreed;

  @Mixin private ManifestOptions options;
  @Mixin private PartOption part = new PartOption();

  @Option(names = {"-y", "--yes"})
  private boolean yes;

  @Mixin private AnswerOptions answer = new AnswerOptions();

  @Parameters(paramLabel = "RUN")
  private String run;

  public UndoCommand(Console console, Sessions sessions, Confirmation confirmation) {
    this.agreed = new AgreedPlan(console, sessions, confirmation);
  }

  @Override
  public Integer call() {
    return agreed.carryOut(
        sessions -> options.open(sessions, part),
        yes,
        answer,
        (session, _) -> session.undo(run),
        Text.of("confirm.undo", "run", run),
        applied -> AgreedAnswer.undone(run, applied),
        Text.of("undo.done"));
  }
}
