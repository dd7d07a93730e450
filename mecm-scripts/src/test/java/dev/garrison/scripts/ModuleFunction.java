package dev.garrison.scripts;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One file of a module: its functions, what they take, and the help before them.
 *
 * @param functions all that the file defines
 * @param help the comment before the function, empty without one
 * @param body what follows the help
 */
record ModuleFunction(String file, List<String> functions, String help, String body) {
  private static final Pattern FUNCTION = Pattern.compile("(?m)^function ([\\w-]+) \\{$");
  private static final Pattern HELP = Pattern.compile("(?s)\\A<#\n(.*?)\n#>\n");
  private static final Pattern PARAMETER = Pattern.compile("(?m)^ {8}\\[[\\w.\\[\\]]+] \\$(\\w+)");
  private static final Pattern MANDATORY =
      Pattern.compile(
          "\\[Parameter\\(Mandatory = \\$true\\)](?:\\s+\\[\\w+\\(.*\\)])*\\s+\\[[\\w.\\[\\]]+] \\$(\\w+)");
  private static final Pattern SECTION =
      Pattern.compile("(?ms)^\\.([A-Z]+)(?: (\\w+))?\n(.*?)(?=^\\.[A-Z]+|\\z)");
  private static final Pattern GIVEN = Pattern.compile(" -(\\w+)");

  /** A part of the help, such as SYNOPSIS. */
  record Section(String keyword, String of, String text) {}

  /** Reads the text of such a file. */
  static ModuleFunction of(String file, String text) {
    Matcher help = HELP.matcher(text);
    return help.find() ? of(file, help.group(1), text.substring(help.end())) : of(file, "", text);
  }

  private static ModuleFunction of(String file, String help, String body) {
    return new ModuleFunction(file, all(FUNCTION, body).toList(), help, body);
  }

  static Stream<String> all(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(match -> match.group(1));
  }

  String name() {
    return functions.getFirst();
  }

  Set<String> parameters() {
    return all(PARAMETER, parameterBlock()).collect(toUnmodifiableSet());
  }

  Set<String> mandatory() {
    return all(MANDATORY, parameterBlock()).collect(toUnmodifiableSet());
  }

  private String parameterBlock() {
    return body.substring(body.indexOf("    param(\n"), body.indexOf("\n    )\n"));
  }

  List<Section> sections() {
    return SECTION
        .matcher(help + "\n")
        .results()
        .map(match -> new Section(match.group(1), group(match), match.group(3).strip()))
        .toList();
  }

  private static String group(MatchResult match) {
    return match.group(2) == null ? "" : match.group(2);
  }

  List<Section> sections(String keyword) {
    return sections().stream().filter(section -> section.keyword().equals(keyword)).toList();
  }

  /** The parameters that an example gives. */
  static Set<String> given(Section example) {
    return all(GIVEN, example.text().lines().findFirst().orElseThrow())
        .collect(toUnmodifiableSet());
  }
}
