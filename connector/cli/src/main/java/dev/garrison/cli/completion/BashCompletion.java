package dev.garrison.cli.completion;

/**
 * Completion script for bash 3.2 and later.
 *
 * @see <a
 *     href="https://www.gnu.org/software/bash/manual/html_node/Programmable-Completion.html">the
 *     shell's manual</a>
 */
final class BashCompletion {
  private BashCompletion() {}

  static String script(CompletionTable table) {
    StringBuilder script = new StringBuilder();
    script
        .append("# Completes the words of garrison in bash 3.2 and later.")
        .append(" Made by 'garrison completion bash'.\n\n")
        .append("# Sets words to what may follow the command $1.\n")
        .append("_garrison_words() {\n  case $1 in\n");
    table
        .words()
        .forEach((path, following) ->
            script.append(
                "    '%s') words='%s' ;;\n"
                    .formatted(path, String.join("\n", following.keySet()))));
    script
        .append("    *) return 1 ;;\n  esac\n}\n\n")
        .append(
            "# Sets words to the known values of the option $1, which has its command before it.\n")
        .append("_garrison_values() {\n  case $1 in\n");
    table
        .values()
        .forEach((option, known) ->
            script.append("    '%s') words='%s' ;;\n".formatted(option, String.join("\n", known))));
    script.append("    *) return 1 ;;\n  esac\n}\n\n").append(table.beforeRingFunction());
    return script
        .append(
            """

            _complete_garrison() {
              local command=${COMP_WORDS[0]} current=${COMP_WORDS[COMP_CWORD]} path=garrison before= manifest= words= word i
              COMPREPLY=()
              for ((i = 1; i < COMP_CWORD; i++)); do
                word=${COMP_WORDS[i]}
                # bash makes three words of --option=value.
                [[ $word != = ]] || continue
                [[ $before != -f && $before != --manifest ]] || manifest=${word/#'~/'/"$HOME/"}
                if ! _garrison_values "$path $before" && _garrison_words "$path $word"; then
                  path="$path $word"
                  before=
                else
                  before=$word
                fi
              done
              [[ $current != = ]] || current=
              if _garrison_values "$path $before"; then
                path="$path $before"
              else
                _garrison_words "$path"
              fi
              if [[ $current != -* ]] && _garrison_before_ring "$path"; then
                words=$("${command/#'~/'/"$HOME/"}" ring-names ${manifest:+--manifest "$manifest"} </dev/null 2>/dev/null)$'\\n'$words
              fi
              while IFS= read -r word; do
                [[ -n $word ]] || continue
                printf -v word %q "$word"
                [[ $word != "$current"* ]] || COMPREPLY+=("$word")
              done <<<"$words"
            }
            complete -o default -F _complete_garrison garrison
            """)
        .toString();
  }
}
