package dev.garrison.cli.completion;

import java.util.Map;

/**
 * Completion script for zsh 5 and later.
 *
 * @see <a href="https://zsh.sourceforge.io/Doc/Release/Completion-System.html">the shell's
 *     manual</a>
 */
final class ZshCompletion {
  private ZshCompletion() {}

  static String script(CompletionTable table) {
    StringBuilder script = new StringBuilder();
    script
        .append("#compdef garrison\n")
        .append("# Completes the words of garrison in zsh 5 and later.")
        .append(" Made by 'garrison completion zsh'.\n\n")
        .append("# Sets offers to what may follow the command $1.\n")
        .append("_garrison_words() {\n  case $1 in\n");
    table
        .words()
        .forEach((path, following) -> {
          script.append("    '%s') offers=(\n".formatted(path));
          following.entrySet().forEach(word -> script.append("      " + quoted(word) + "\n"));
          script.append("      ) ;;\n");
        });
    script
        .append("    *) return 1 ;;\n  esac\n}\n\n")
        .append(
            "# Sets known to the known values of the option $1, which has its command before it.\n")
        .append("_garrison_values() {\n  case $1 in\n");
    table
        .values()
        .forEach((option, known) ->
            script.append("    '%s') known=(%s) ;;\n".formatted(option, String.join(" ", known))));
    script.append("    *) return 1 ;;\n  esac\n}\n\n").append(table.beforeRingFunction());
    return script
        .append(
            """

            _garrison() {
              local where=garrison before= manifest= word i
              local -a offers known rings
              for ((i = 2; i < CURRENT; i++)); do
                word=${(Q)words[i]}
                [[ $before != -f && $before != --manifest ]] || manifest=${word/#\\~\\//$HOME/}
                [[ $word != --manifest=* ]] || manifest=${word#*=}
                if ! _garrison_values "$where $before" && _garrison_words "$where $word"; then
                  where="$where $word"
                  before=
                else
                  before=$word
                fi
              done
              if [[ $PREFIX == --*=* ]]; then
                before=${PREFIX%%=*}
                compset -P '*='
              fi
              offers=() known=()
              if _garrison_values "$where $before"; then
                where="$where $before"
              else
                _garrison_words "$where"
              fi
              if [[ $PREFIX != -* ]] && _garrison_before_ring $where; then
                word=${(Q)words[1]}
                rings=(${(f)"$(${word/#\\~\\//$HOME/} ring-names ${manifest:+--manifest} ${manifest:+$manifest} </dev/null 2>/dev/null)"})
                known=($rings $known)
              fi
              if (( $#known )); then
                compadd -- $known
              fi
              if (( $#offers )); then
                _describe 'garrison' offers
              fi
              # Any other value may be a file.
              if ! (( compstate[nmatches] )); then
                _files
              fi
            }
            if [[ $funcstack[1] == _garrison ]]; then
              _garrison "$@"
            else
              compdef _garrison garrison
            fi
            """)
        .toString();
  }

  /** A word with its explanation. A colon within the word would end it. */
  private static String quoted(Map.Entry<String, String> word) {
    String text = word.getKey().replace(":", "\\:") + ":" + OneLine.of(word.getValue());
    return "'" + text.replace("'", "'\\''") + "'";
  }
}
