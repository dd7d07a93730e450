package dev.garrison.cli.completion;

import java.io.IOException;
import java.util.List;

/** {@code source <(garrison completion bash)}, in a real bash. */
final class BashCompletionIT extends ShellCompletion {
  BashCompletionIT() {
    super("bash", CompletionScript.BASH);
  }

  @Override
  List<String> offered(String... words) throws IOException, InterruptedException {
    List<String> split = List.of(String.join(" ", words).replace("=", " = ").split(" ", -1));
    return printed(
            """
            source <(cat completion)
            [[ $(complete -p garrison) = 'complete -o default -F _complete_garrison garrison' ]] || exit 1
            COMP_WORDS=(%s)
            COMP_CWORD=%d
            _complete_garrison
            printf '%%s\\n' "${COMPREPLY[@]}"
            """
                .formatted("'" + String.join("' '", split) + "'", split.size() - 1),
            "--norc",
            "-u")
        .stream()
        .map(word -> word.replace("\\ ", " "))
        .toList();
  }
}
