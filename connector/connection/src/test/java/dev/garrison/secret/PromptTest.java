package dev.garrison.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class PromptTest {
  private final List<String> asked = new ArrayList<>();

  private SchemeSecretStore store(Optional<String> typed) {
    return new SchemeSecretStore(
        Map.of(),
        Path.of("/"),
        text -> {
          asked.add(text);
          return typed.map(String::toCharArray);
        });
  }

  private static String text(Secret secret) {
    return secret.use(bytes -> new String(bytes, StandardCharsets.UTF_8));
  }

  @Test
  void aPersonIsAskedOnceForEachText() {
    SchemeSecretStore store = store(Optional.of("hunter2"));
    assertThat(text(store.read("prompt:Password of svc"))).isEqualTo("hunter2");
    assertThat(text(store.read("prompt:Password of svc"))).isEqualTo("hunter2");
    assertThat(text(store.read("prompt:The share's"))).isEqualTo("hunter2");
    assertThat(asked).containsExactly("Password of svc", "The share's");
  }

  @Test
  void whatWasTypedIsForgottenAtTheEnd() {
    SchemeSecretStore store = store(Optional.of("hunter2"));
    store.read("prompt:Password of svc");
    store.close();
    store.read("prompt:Password of svc");
    assertThat(asked).hasSize(2);
  }

  @Test
  void withoutATerminalAPromptIsRefused() {
    SchemeSecretStore store = store(Optional.empty());
    assertThatThrownBy(() -> store.read("prompt:Password of svc"))
        .hasMessage(
            "The secret \"Password of svc\" must be typed, but there is no terminal. Run Garrison in a terminal without redirecting input or output, or refer to the secret as \"env:NAME\", \"file:PATH\", or \"command:/PATH\". [SECRET_PROMPT_IMPOSSIBLE GAR-0723]");
  }

  @Test
  void whoTypesNothingIsNotAskedAgain() {
    SchemeSecretStore store = store(Optional.of(""));
    assertThatThrownBy(() -> store.read("prompt:Password of svc"))
        .hasMessageStartingWith("The secret \"prompt:Password of svc\" is empty.");
    assertThatThrownBy(() -> store.read("prompt:Password of svc"))
        .hasMessageStartingWith("The secret \"prompt:Password of svc\" is empty.");
    assertThat(asked).hasSize(1);
  }
}
