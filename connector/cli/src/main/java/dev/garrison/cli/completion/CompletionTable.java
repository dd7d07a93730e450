package dev.garrison.cli.completion;

import dev.garrison.cli.option.RingNames;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ScopeType;

/** Words that a shell may complete, by the words before them. */
final class CompletionTable {
  private final String program;

  /** Words that may follow a command, each with its explanation, in the order to offer them. */
  private final SortedMap<String, Map<String, String>> words = new TreeMap<>();

  /** Known values of options; empty for an option that takes any value, such as a file. */
  private final SortedMap<String, List<String>> values = new TreeMap<>();

  /** Commands and options that are followed by the name of a ring. */
  private final SortedSet<String> beforeRings = new TreeSet<>();

  /** Names of the options that every command has. */
  private final Set<String> everywhere;

  private CompletionTable(CommandSpec program) {
    this.program = program.name();
    everywhere =
        program.options().stream()
            .filter(option -> option.scopeType() == ScopeType.INHERIT)
            .flatMap(option -> Arrays.stream(option.names()))
            .collect(Collectors.toSet());
  }

  /** The words of a program with all of its commands. */
  static CompletionTable of(CommandLine program) {
    CompletionTable table = new CompletionTable(program.getCommandSpec());
    table.add(program.getCommandSpec(), program.getCommandName());
    return table;
  }

  /** Function of bash and zsh that tells whether a ring may follow what is before the cursor. */
  String beforeRingFunction() {
    StringBuilder function =
        new StringBuilder(
            "# Whether a ring may follow.\n_garrison_before_ring() {\n  case $1 in\n");
    beforeRings.forEach(before -> function.append("    '%s') ;;\n".formatted(before)));
    return function.append("    *) return 1 ;;\n  esac\n}\n").toString();
  }

  String program() {
    return program;
  }

  SortedMap<String, Map<String, String>> words() {
    return Collections.unmodifiableSortedMap(words);
  }

  SortedMap<String, List<String>> values() {
    return Collections.unmodifiableSortedMap(values);
  }

  SortedSet<String> beforeRings() {
    return Collections.unmodifiableSortedSet(beforeRings);
  }

  private void add(CommandSpec command, String path) {
    SortedMap<String, String> first = new TreeMap<>();
    command
        .subcommands()
        .forEach((name, line) -> {
          CommandSpec below = line.getCommandSpec();
          if (!below.usageMessage().hidden()) {
            first.put(name, sentence(name, below.usageMessage().description()));
            add(below, path + " " + name);
          }
        });
    command
        .positionalParameters()
        .forEach(parameter ->
            candidates(parameter, path)
                .forEach(word -> first.put(word, sentence(word, parameter.description()))));
    SortedMap<String, String> own = new TreeMap<>();
    SortedMap<String, String> last = new TreeMap<>();
    command.options().stream()
        .filter(option -> !option.hidden())
        .forEach(option -> add(option, path, own, last));
    Map<String, String> following = new LinkedHashMap<>(first);
    following.putAll(own);
    following.putAll(last);
    words.put(path, following);
  }

  private void add(
      OptionSpec option, String path, Map<String, String> own, Map<String, String> last) {
    for (String name : option.names()) {
      (everywhere.contains(name) ? last : own).put(name, sentence(name, option.description()));
      if (option.arity().min() > 0) {
        values.put(path + " " + name, candidates(option, path + " " + name));
      }
    }
  }

  private List<String> candidates(ArgSpec argument, String before) {
    List<String> known = new ArrayList<>();
    if (argument.completionCandidates() != null) {
      argument.completionCandidates().forEach(known::add);
    }
    if (argument.completionCandidates() instanceof RingNames) {
      beforeRings.add(before);
    }
    return known;
  }

  /** The explanation; PowerShell demands one. */
  private static String sentence(String word, String... description) {
    return description.length == 0 ? word : String.join(" ", description);
  }
}
