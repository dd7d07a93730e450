package dev.garrison.cli.init;

import dev.garrison.manifest.draft.FirstAnswer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import picocli.CommandLine.IModelTransformer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The options of {@code garrison init} and {@code garrison import}, made from one table. */
public final class FirstAnswerOptions {
  private FirstAnswerOptions() {}

  /** Adds the options of {@code garrison init}. */
  static final class OfInit implements IModelTransformer {
    @Override
    public CommandSpec transform(CommandSpec command) {
      return added(command, FirstAnswer::isOfInit);
    }
  }

  /** Adds the options of {@code garrison import}. */
  public static final class OfImport implements IModelTransformer {
    @Override
    public CommandSpec transform(CommandSpec command) {
      return added(command, FirstAnswer::isOfImport);
    }
  }

  private static CommandSpec added(CommandSpec command, Predicate<FirstAnswer> taken) {
    Arrays.stream(FirstAnswer.values())
        .filter(taken)
        .forEach(answer ->
            command.addOption(
                OptionSpec.builder(answer.flag())
                    .paramLabel(answer.label())
                    .type(String.class)
                    .build()));
    return command;
  }

  /** The answers given to a command, by option; the values are not checked here. */
  public static Map<String, String> given(CommandSpec command) {
    Map<String, String> given = new LinkedHashMap<>();
    for (FirstAnswer answer : FirstAnswer.values()) {
      OptionSpec option = command.findOption(answer.flag());
      String value = option == null ? null : option.getValue();
      if (value != null) {
        given.put(answer.flag(), value);
      }
    }
    return given;
  }
}
