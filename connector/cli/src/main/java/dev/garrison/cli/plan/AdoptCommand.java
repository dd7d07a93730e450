package dev.garrison.cli.plan;

import dev.garrison.cli.option.UsageMistake;
import dev.garrison.cli.output.AnswerOptions;
import dev.garrison.cli.output.Console;
import dev.garrison.engine.resource.Address;
import dev.garrison.language.Text;
import dev.garrison.session.Sessions;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code garrison adopt}: adopts an object that an administrator created. */
@Command(name = "adopt")
public final class AdoptCommand implements Callable<Integer> {
  private final AgreedPlan agreed;

  @Mixin private ManifestOptions options;
  @Mixin private PartOption part = new PartOption();

  @Option(names = {"-y", "--yes"})
  private boolean yes;

  @Mixin private AnswerOptions answer = new AnswerOptions();

  @Spec CommandSpec spec;

  @Parameters(paramLabel = "ADDRESS")
  private String address;

  public AdoptCommand(Console console, Sessions sessions, Confirmation confirmation) {
    this.agreed = new AgreedPlan(console, sessions, confirmation);
  }

  @Override
  public Integer call() {
    Address target;
    try {
      target = Address.parse(address);
    } catch (IllegalArgumentException e) {
      throw new UsageMistake(spec.commandLine(), Text.of("usage.address", "value", address));
    }
    return agreed.carryOut(
        sessions -> options.open(sessions, part),
        yes,
        answer,
        (session, _) -> session.adoption(target),
        Text.of("confirm.adopt", "object", target),
        applied -> AgreedAnswer.adopted(target, applied),
        Text.of("adopt.done"));
  }
}
