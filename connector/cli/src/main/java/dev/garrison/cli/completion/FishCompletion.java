package dev.garrison.cli.completion;

import java.util.List;
import java.util.Map;

/**
 * Completion script for fish 3.4 and later.
 *
 * @see <a href="https://fishshell.com/docs/current/completions.html">the shell's manual</a>
 */
final class FishCompletion {
  private FishCompletion() {}

  static String script(CompletionTable table) {
    StringBuilder script = new StringBuilder();
    script
        .append("# Completes the words of garrison in fish 3.4 and later.")
        .append(" Made by 'garrison completion fish'.\n\n")
        .append("# Prints what may follow the command $argv[1].\n")
        .append("function __garrison_words\n    switch $argv[1]\n");
    table
        .words()
        .forEach((path, following) -> {
          script.append("        case '%s'\n            printf '%%s\\t%%s\\n'".formatted(path));
          following
              .entrySet()
              .forEach(word -> script.append(" \\\n                " + quoted(word)));
          script.append('\n');
        });
    script
        .append("        case '*'\n            return 1\n    end\nend\n\n")
        .append(
            "# Prints the known values of the option $argv[1], which has its command before it.\n")
        .append("function __garrison_values\n    switch $argv[1]\n");
    table
        .values()
        .forEach((option, known) ->
            script.append("        case '%s'\n            %s\n".formatted(option, printed(known))));
    script
        .append("        case '*'\n            return 1\n    end\nend\n\n")
        .append("# Whether a ring may follow.\n")
        .append("function __garrison_before_ring\n    switch $argv[1]\n");
    table
        .beforeRings()
        .forEach(
            before -> script.append("        case '%s'\n            true\n".formatted(before)));
    return script
        .append("        case '*'\n            return 1\n    end\nend\n")
        .append(
            """

            function __garrison_complete
                set -l typed (commandline -opc)
                set -l current (commandline -ct)
                set -l path garrison
                set -l before ''
                set -l manifest
                set -l head ''
                for word in $typed[2..]
                    if contains -- "$before" -f --manifest
                        set manifest --manifest (string replace -r '^~/' "$HOME/" -- $word)
                    else if string match -q -- '--manifest=*' $word
                        set manifest $word
                    end
                    if not __garrison_values "$path $before" >/dev/null; and __garrison_words "$path $word" >/dev/null
                        set path "$path $word"
                        set before ''
                    else
                        set before $word
                    end
                end
                if string match -q -- '--*=*' $current
                    set before (string split -m 1 = -- $current)[1]
                    set head "$before="
                end
                set -l offered
                if __garrison_values "$path $before" >/dev/null
                    set path "$path $before"
                    set offered (__garrison_values $path)
                else
                    set offered (__garrison_words $path)
                end
                if not string match -q -- '-*' $current; or test -n "$head"
                    if __garrison_before_ring $path
                        set -l command (string replace -r '^~/' "$HOME/" -- $typed[1])
                        set -p offered ($command ring-names $manifest </dev/null 2>/dev/null)
                    end
                end
                set -l start (string escape --style=regex -- "$current")
                set -l fitting
                if test (count $offered) -gt 0
                    set fitting (string match -r -- "^$start.*" $head$offered)
                end
                if test (count $fitting) -gt 0
                    printf '%s\\n' $fitting
                else
                    __fish_complete_path $current
                end
            end
            complete -c garrison -f -a '(__garrison_complete)'
            """)
        .toString();
  }

  private static String printed(List<String> known) {
    return known.isEmpty() ? "true" : "printf '%s\\n' " + String.join(" ", known);
  }

  private static String quoted(Map.Entry<String, String> word) {
    return text(word.getKey()) + " " + text(OneLine.of(word.getValue()));
  }

  private static String text(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}
