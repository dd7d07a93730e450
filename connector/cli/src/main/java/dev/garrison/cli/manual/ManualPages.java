package dev.garrison.cli.manual;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** Manual pages of a program: one for itself and one for each command that help shows. */
public final class ManualPages {
  private final String version;
  private final SortedMap<String, String> pages = new TreeMap<>();

  private ManualPages(String version) {
    this.version = version;
  }

  /** The pages by the name of their file, such as {@code garrison-plan.1}. */
  public static SortedMap<String, String> of(CommandLine program, String version) {
    ManualPages all = new ManualPages(version);
    all.add(program.getCommandSpec());
    return all.pages;
  }

  private void add(CommandSpec command) {
    pages.put(name(command) + ".1", page(command));
    shown(command).forEach(this::add);
  }

  static List<CommandSpec> shown(CommandSpec command) {
    return command.subcommands().values().stream()
        .map(CommandLine::getCommandSpec)
        .filter(below -> !below.usageMessage().hidden())
        .toList();
  }

  static String name(CommandSpec command) {
    return command.qualifiedName("-");
  }

  private String page(CommandSpec command) {
    UsageMessageSpec usage = command.usageMessage();
    Roff page = new Roff(name(command), version);
    page.section("NAME").line(name(command) + " - " + summary(command));
    page.section("SYNOPSIS").line(synopsis(command));
    page.section("DESCRIPTION").paragraphs(Arrays.asList(usage.description()));
    List<ArgSpec> arguments =
        command.positionalParameters().stream()
            .filter(argument -> !argument.hidden())
            .map(ArgSpec.class::cast)
            .toList();
    if (!arguments.isEmpty()) {
      page.section("ARGUMENTS");
      arguments.forEach(argument -> page.term(argument.paramLabel(), texts(argument)));
    }
    page.section("OPTIONS");
    command.options().stream()
        .filter(option -> !option.hidden())
        .forEach(option -> page.term(names(option), texts(option)));
    List<CommandSpec> below = shown(command);
    if (!below.isEmpty()) {
      page.section("COMMANDS");
      below.forEach(each -> page.term(name(each) + "(1)", List.of(summary(each) + ".")));
    }
    Map<String, String> exits = usage.exitCodeList();
    if (!exits.isEmpty()) {
      page.section("EXIT STATUS");
      exits.forEach((exit, meaning) -> page.term(exit, List.of(meaning)));
    }
    if (usage.footer().length > 0) {
      page.section(command.parent() == null ? "ENVIRONMENT" : "EXAMPLES")
          .table(Arrays.asList(usage.footer()));
    }
    if (command.parent() != null) {
      page.section("SEE ALSO").line(name(command.parent()) + "(1)");
    }
    return page.text();
  }

  /** The first sentence of the description, without its full stop. */
  static String summary(CommandSpec command) {
    String[] description = command.usageMessage().description();
    String text = description.length == 0 ? name(command) : description[0];
    int end = text.indexOf(". ");
    String sentence = end < 0 ? text : text.substring(0, end);
    return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
  }

  static String synopsis(CommandSpec command) {
    String synopsis = new Help(command, Help.defaultColorScheme(Ansi.OFF)).synopsis(0);
    return String.join(" ", synopsis.lines().map(String::strip).toList());
  }

  static String names(OptionSpec option) {
    String names = String.join(", ", option.names());
    return option.arity().max() == 0 ? names : names + "=" + option.paramLabel();
  }

  private static List<String> texts(ArgSpec argument) {
    return Stream.of(argument.description()).toList();
  }
}
