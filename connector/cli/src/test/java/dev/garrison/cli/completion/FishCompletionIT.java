package dev.garrison.cli.completion;

import java.io.IOException;
import java.util.List;

/** {@code garrison completion fish | source}, in a real fish. */
final class FishCompletionIT extends ShellCompletion {
  FishCompletionIT() {
    super("fish", CompletionScript.FISH);
  }

  @Override
  List<String> offered(String... words) throws IOException, InterruptedException {
    return printed(
            "source completion\ncomplete -C '%s'\n".formatted(String.join(" ", words)),
            "--no-config")
        .stream()
        .map(line -> line.split("\t", 2)[0])
        .map(word -> word.substring(word.indexOf('=') + 1))
        .toList();
  }
}
