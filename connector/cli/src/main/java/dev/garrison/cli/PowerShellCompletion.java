package dev.garrison.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ScopeType;

/**
 * Completion script for PowerShell 5.0 and later, made from the commands as they are. It registers
 * an argument completer for a native program
 * (https://learn.microsoft.com/powershell/module/microsoft.powershell.core/register-argumentcompleter).
 */
final class PowerShellCompletion {
  /** Words that may follow a command, each with its explanation, in the order to offer them. */
  private final SortedMap<String, Map<String, String>> words = new TreeMap<>();

  /** Known values of options; empty for an option that takes any value, such as a file. */
  private final SortedMap<String, List<String>> values = new TreeMap<>();

  /** Names of the options that every command has. */
  private final Set<String> everywhere;

  private PowerShellCompletion(CommandSpec program) {
    everywhere =
        program.options().stream()
            .filter(option -> option.scopeType() == ScopeType.INHERIT)
            .flatMap(option -> Arrays.stream(option.names()))
            .collect(Collectors.toSet());
  }

  /** The script for a program with all of its commands. */
  static String of(CommandLine program) {
    PowerShellCompletion completion = new PowerShellCompletion(program.getCommandSpec());
    completion.add(program.getCommandSpec(), program.getCommandName());
    return completion.script(program.getCommandName());
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
            candidates(parameter)
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
        values.put(path + " " + name, candidates(option));
      }
    }
  }

  private static List<String> candidates(ArgSpec argument) {
    List<String> known = new ArrayList<>();
    if (argument.completionCandidates() != null) {
      argument.completionCandidates().forEach(known::add);
    }
    return known;
  }

  /** The explanation; PowerShell demands one. */
  private static String sentence(String word, String... description) {
    return description.length == 0 ? word : String.join(" ", description);
  }

  private String script(String program) {
    StringBuilder script = new StringBuilder();
    script
        .append("# Completes the words of ")
        .append(program)
        .append(" in PowerShell 5.0 and later. Made by '")
        .append(program)
        .append(" completion powershell'.\n")
        .append("Register-ArgumentCompleter -Native -CommandName @(")
        .append(quoted(program) + ", " + quoted(program + ".exe"))
        .append(") -ScriptBlock {\n")
        .append("    param($wordToComplete, $commandAst, $cursorPosition)\n")
        .append("    $words = @{\n");
    words.forEach((path, following) -> {
      script.append("        ").append(quoted(path)).append(" = @(\n");
      following.forEach((word, sentence) ->
          script
              .append("            , @(")
              .append(quoted(word) + ", " + quoted(sentence))
              .append(")\n"));
      script.append("        )\n");
    });
    script.append("    }\n    $values = @{\n");
    values.forEach((option, known) ->
        script
            .append("        ")
            .append(quoted(option))
            .append(" = @(")
            .append(String.join(", ", known.stream().map(PowerShellCompletion::quoted).toList()))
            .append(")\n"));
    return script
        .append("    }\n    $path = ")
        .append(quoted(program))
        .append(
            """

                $before = ''
                foreach ($element in @($commandAst.CommandElements | Select-Object -Skip 1)) {
                    if ($element.Extent.EndOffset -ge $cursorPosition) {
                        break
                    }
                    $word = $element.Extent.Text
                    if (-not $values.ContainsKey("$path $before") -and $words.ContainsKey("$path $word")) {
                        $path = "$path $word"
                        $before = ''
                    } else {
                        $before = $word
                    }
                }
                $head = ''
                $offered = @()
                if ($wordToComplete -match '^(--?[^=]+=)') {
                    $head = $Matches[1]
                    $before = $head.TrimEnd('=')
                }
                if ($values.ContainsKey("$path $before")) {
                    $offered = @(foreach ($value in $values["$path $before"]) { , @("$head$value", $value) })
                } elseif ($head -eq '') {
                    $offered = $words[$path]
                }
                foreach ($one in $offered) {
                    if ($one[0].StartsWith($wordToComplete, [System.StringComparison]::OrdinalIgnoreCase)) {
                        $type = if ($one[0].StartsWith('-')) { 'ParameterName' } else { 'ParameterValue' }
                        New-Object -TypeName System.Management.Automation.CompletionResult -ArgumentList @(
                            $one[0], $one[0], $type, $one[1])
                    }
                }
            }
            """)
        .toString();
  }

  /** A text between single quotation marks; PowerShell takes U+2018 to U+201B for them too. */
  private static String quoted(String text) {
    return "'" + text.replaceAll("['\u2018-\u201b]", "$0$0").replaceAll("\\s+", " ") + "'";
  }
}
