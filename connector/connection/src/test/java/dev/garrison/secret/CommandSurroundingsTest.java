package dev.garrison.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class CommandSurroundingsTest {
  @Test
  void onWindowsACommandGetsFewVariablesInAnyCaseAndThePathOfTheSystem() {
    assertThat(
            CommandSurroundings.windows(new File("W/System32"))
                .variables(
                    Map.of(
                        "Path", "C:\\evil",
                        "Temp", "C:\\t",
                        "GARRISON_SITE_PASSWORD", "hunter2",
                        "USERPROFILE", "C:\\Users\\svc")))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "PATH", "W/System32",
                "SYSTEMROOT", "W",
                "WINDIR", "W",
                "Temp", "C:\\t",
                "USERPROFILE", "C:\\Users\\svc"));
  }

  static List<Arguments> lines() {
    return List.of(
        Arguments.of("/usr/bin/vault read x", List.of("/usr/bin/vault", "read", "x")),
        Arguments.of("C:\\v\\vault.exe", List.of("C:\\v\\vault.exe")),
        Arguments.of(
            "\"C:\\Program Files\\V\\vault.exe\"", List.of("C:\\Program Files\\V\\vault.exe")),
        Arguments.of(
            "\"C:\\Program Files\\V\\vault.exe\" read x",
            List.of("C:\\Program Files\\V\\vault.exe", "read", "x")));
  }

  @ParameterizedTest
  @MethodSource("lines")
  void aLineIsPartedAtSpacesButForTheProgramInQuotes(String line, List<String> words) {
    assertThat(CommandSource.words(line)).isEqualTo(words);
  }
}
