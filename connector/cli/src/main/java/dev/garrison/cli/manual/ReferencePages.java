package dev.garrison.cli.manual;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/**
 * Reference pages of a program in Markdown.
 *
 * <p>There is one for the program, and one for each command that help shows, with the commands
 * below it.
 */
public final class ReferencePages {
  private static final String MADE =
      "<!-- Made from the commands; CommandReferenceTest renews it. -->\n";

  private static final String MARKS = "\\`*_<>|[]";

  private final CommandSpec program;
  private final StringBuilder page = new StringBuilder(MADE);

  private ReferencePages(CommandSpec program) {
    this.program = program;
  }

  /** The pages by the name of their file, such as {@code plan.md}. */
  public static SortedMap<String, String> of(CommandLine line) {
    CommandSpec program = line.getCommandSpec();
    SortedMap<String, String> pages = new TreeMap<>();
    pages.put("index.md", new ReferencePages(program).index());
    ManualPages.shown(program)
        .forEach(command ->
            pages.put(command.name() + ".md", new ReferencePages(program).page(command)));
    return pages;
  }

  private String index() {
    heading("#", "Commands");
    paragraph(escaped(ManualPages.summary(program)) + ".");
    code(List.of(ManualPages.synopsis(program)));
    table(
        "command",
        "what it does",
        ManualPages.shown(program).stream()
            .map(command ->
                row(
                    "[`%s`](%s.md)".formatted(command.name(), command.name()),
                    escaped(ManualPages.summary(command)) + ".")));
    heading("##", "Options of every command");
    options(program.options().stream());
    exitCodes("##", program);
    heading("##", "Environment variables");
    code(Arrays.asList(program.usageMessage().footer()));
    return page.toString();
  }

  private String page(CommandSpec command) {
    section("#", command);
    ManualPages.shown(command).forEach(below -> section("##", below));
    return page.toString();
  }

  private void section(String level, CommandSpec command) {
    UsageMessageSpec usage = command.usageMessage();
    heading(level, command.qualifiedName());
    paragraph(Stream.of(usage.description()).map(ReferencePages::escaped).collect(joined()));
    code(List.of(ManualPages.synopsis(command)));
    List<String> arguments =
        command.positionalParameters().stream()
            .filter(argument -> !argument.hidden())
            .map(argument -> row("`%s`".formatted(argument.paramLabel()), texts(argument)))
            .toList();
    if (!arguments.isEmpty()) {
      table("argument", "meaning", arguments.stream());
    }
    options(command.options().stream().filter(option -> !isOfEveryCommand(option)));
    exitCodes(level + "#", command);
  }

  /** Whether the index describes an option, because every command has it. */
  private boolean isOfEveryCommand(OptionSpec option) {
    return program.options().stream()
        .anyMatch(other -> Arrays.equals(other.names(), option.names()));
  }

  private void options(Stream<OptionSpec> options) {
    List<String> rows =
        options
            .filter(option -> !option.hidden())
            .map(option -> row("`%s`".formatted(ManualPages.names(option)), texts(option)))
            .toList();
    if (!rows.isEmpty()) {
      table("option", "meaning", rows.stream());
    }
  }

  private void exitCodes(String level, CommandSpec command) {
    Map<String, String> codes = command.usageMessage().exitCodeList();
    if (!codes.isEmpty()) {
      heading(level, "Exit codes of " + command.qualifiedName());
      table(
          "code",
          "meaning",
          codes.entrySet().stream().map(code -> row(code.getKey(), escaped(code.getValue()))));
    }
  }

  private void heading(String level, String title) {
    page.append('\n').append(level).append(' ').append(title).append('\n');
  }

  private void paragraph(String text) {
    page.append('\n').append(text).append('\n');
  }

  private void code(List<String> lines) {
    page.append("\n```text\n");
    lines.forEach(line -> page.append(line).append('\n'));
    page.append("```\n");
  }

  private void table(String first, String second, Stream<String> rows) {
    List<String> lines = new ArrayList<>(List.of(row(first, second), "|---|---|"));
    rows.forEach(lines::add);
    paragraph(String.join("\n", lines));
  }

  private static String row(String first, String second) {
    return "| %s | %s |".formatted(first.replace("|", "\\|"), second);
  }

  private static String texts(ArgSpec argument) {
    return Stream.of(argument.description()).map(ReferencePages::escaped).collect(joined());
  }

  private static Collector<CharSequence, ?, String> joined() {
    return Collectors.joining(" ");
  }

  /** Text without what Markdown, or a table in it, takes for marks. */
  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    text.strip()
        .codePoints()
        .forEach(
            point -> escaped.append(MARKS.indexOf(point) < 0 ? "" : "\\").appendCodePoint(point));
    return escaped.toString();
  }
}
