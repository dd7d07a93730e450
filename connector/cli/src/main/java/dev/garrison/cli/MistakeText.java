package dev.garrison.cli;

import dev.garrison.cli.option.UsageMistake;
import dev.garrison.cli.option.ValueRefusal;
import dev.garrison.language.Text;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.MutuallyExclusiveArgsException;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Mistakes in a command line as sentences; picocli has them in English alone. */
final class MistakeText {
  /** The options that exclude each other are nowhere but in the message. */
  private static final Pattern EXCLUSIVE =
      Pattern.compile("Error: (.+) are mutually exclusive \\(specify only one\\)");

  private static final Set<Class<?>> WHOLE_NUMBERS =
      Set.of(int.class, Integer.class, long.class, Long.class);

  private MistakeText() {}

  /**
   * The sentence that names the mistake.
   *
   * @param words of the command line
   */
  static Text of(ParameterException mistake, String... words) {
    String command = mistake.getCommandLine().getCommandSpec().qualifiedName();
    return switch (mistake) {
      case UsageMistake own -> own.problem();
      case UnmatchedArgumentException unmatched -> unmatched(unmatched, command);
      case MissingParameterException missing -> missing(missing, command, words);
      case OverwrittenOptionException twice ->
          Text.of("command.option-repeated", "option", name(twice.getOverwritten()));
      case MutuallyExclusiveArgsException both -> exclusive(both);
      default -> value(mistake);
    };
  }

  private static Text unmatched(UnmatchedArgumentException mistake, String command) {
    String word = mistake.getUnmatched().getFirst();
    if (mistake.isUnknownOption()) {
      return Text.of("command.option-unknown", "command", command, "option", word);
    }
    String key =
        mistake.getCommandLine().getSubcommands().isEmpty()
            ? "command.argument-unexpected"
            : "command.unknown";
    return Text.of(key, "command", command, "word", word);
  }

  private static Text missing(MissingParameterException mistake, String command, String... words) {
    List<ArgSpec> missing = mistake.getMissing();
    if (missing.size() == 1
        && missing.getFirst() instanceof OptionSpec option
        && Arrays.stream(words).anyMatch(Set.of(option.names())::contains)) {
      return Text.of(
          "command.value-missing", "option", option.longestName(), "value", option.paramLabel());
    }
    boolean choice =
        missing.stream().allMatch(each -> each.group() != null && each.group().exclusive());
    return Text.of(
        choice ? "command.choice-missing" : "command.argument-missing",
        "command",
        command,
        "missing",
        missing.stream().map(MistakeText::written).toList());
  }

  private static Text exclusive(MutuallyExclusiveArgsException mistake) {
    Matcher message = EXCLUSIVE.matcher(String.valueOf(mistake.getMessage()));
    return message.matches()
        ? Text.of(
            "command.options-exclusive",
            "options",
            List.of(message.group(1).replaceAll("=[^,]*", "").split(", ", -1)))
        : verbatim(mistake);
  }

  private static Text value(ParameterException mistake) {
    ArgSpec argument = mistake.getArgSpec();
    String value = mistake.getValue();
    if (argument == null || value == null) {
      return verbatim(mistake);
    }
    if (argument instanceof OptionSpec && argument.arity().max() == 0) {
      return Text.of("command.option-valueless", "option", name(argument));
    }
    return Text.of(
        "command.value-wrong", "name", name(argument), "reason", reason(mistake, argument, value));
  }

  private static Text reason(ParameterException mistake, ArgSpec argument, String value) {
    if (mistake.getCause() instanceof ValueRefusal refusal) {
      return refusal.reason();
    }
    if (argument.typeInfo().isMap()) {
      return Text.of("value.pair", "value", value, "form", argument.paramLabel());
    }
    return WHOLE_NUMBERS.contains(argument.auxiliaryTypes()[0])
        ? Text.of("value.number", "value", value)
        : Text.of("value.unreadable", "value", value);
  }

  private static Text verbatim(ParameterException mistake) {
    String message = String.valueOf(mistake.getMessage()).replaceFirst("^Error: ", "");
    return Text.verbatim(message.endsWith(".") ? message : message + ".");
  }

  private static String name(ArgSpec argument) {
    return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
  }

  private static String written(ArgSpec argument) {
    boolean valued = argument instanceof OptionSpec && argument.arity().max() > 0;
    return valued ? name(argument) + " " + argument.paramLabel() : name(argument);
  }
}
