package dev.garrison.cli.completion;

import java.io.IOException;
import java.util.List;

/**
 * {@code source <(garrison completion zsh)}, in a real zsh. Only its line editor has the functions
 * that add matches, so others stand in for them.
 */
final class ZshCompletionIT extends ShellCompletion {
  ZshCompletionIT() {
    super("zsh", CompletionScript.ZSH);
  }

  @Override
  List<String> offered(String... words) throws IOException, InterruptedException {
    String last = words[words.length - 1];
    String begun = last.substring(last.indexOf('=') + 1);
    return printed(
            """
            compdef() { }
            compadd() { shift; print -rl -- "$@" }
            _describe() { print -rl -- "${offers[@]%%%%:*}" }
            compset() { PREFIX=${PREFIX#*=} }
            typeset -A compstate
            compstate[nmatches]=1
            source ./completion
            words=(%s)
            CURRENT=%d
            PREFIX=%s
            _garrison
            """
                .formatted("'" + String.join("' '", words) + "'", words.length, last),
            "-f")
        .stream()
        .filter(word -> word.startsWith(begun))
        .toList();
  }
}
