package dev.garrison.cli.init;

import dev.garrison.manifest.draft.FirstAnswer;
import java.util.LinkedHashMap;
import java.util.List;
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
      return added(command, FirstAnswer::isOfInit, FirstAnswer::isOfRing);
    }
  }

  /** Adds the options of {@code garrison import}. */
  public static final class OfImport implements IModelTransformer {
    @Override
    public CommandSpec transform(CommandSpec command) {
      return added(command, FirstAnswer::isOfImport, _ -> false);
    }
  }

  private static CommandSpec added(
      CommandSpec command, Predicate<FirstAnswer> taken, Predicate<FirstAnswer> repeatable) {
    for (FirstAnswer answer : FirstAnswer.values()) {
      if (taken.test(answer)) {
        OptionSpec.Builder option = OptionSpec.builder(answer.flag()).paramLabel(answer.label());
        command.addOption(
            (repeatable.test(answer)
                    ? option.type(List.class).auxiliaryTypes(String.class)
                    : option.type(String.class))
                .build());
      }
    }
    return command;
  }

  /** The answers given to {@code garrison import}, by option; the values are not checked here. */
  public static Map<String, String> given(CommandSpec command) {
    Map<String, String> given = new LinkedHashMap<>();
    lists(command).forEach((flag, values) -> given.put(flag, values.getFirst()));
    return given;
  }

  /** The answers given to a command, by option, each as often as it was given. */
  static Map<String, List<String>> lists(CommandSpec command) {
    Map<String, List<String>> given = new LinkedHashMap<>();
    for (FirstAnswer answer : FirstAnswer.values()) {
      OptionSpec option = command.findOption(answer.flag());
      List<String> values = option == null ? List.of() : option.stringValues();
      if (!values.isEmpty()) {
        given.put(answer.flag(), List.copyOf(values));
      }
    }
    return given;
  }
}
