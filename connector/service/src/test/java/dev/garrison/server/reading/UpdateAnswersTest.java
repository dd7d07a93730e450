package dev.garrison.server.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.history.KeptValues;
import dev.garrison.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What version 1 of the API tells of updates. */
final class UpdateAnswersTest {
  /** As it was answered when that was the record of the job itself; never made anew. */
  private static String answered() throws IOException {
    try (InputStream stream =
        Objects.requireNonNull(
            UpdateAnswersTest.class.getResourceAsStream("recorded/1/updates.json"))) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8).strip();
    }
  }

  @Test
  void updatesAreAnsweredAsTheyEverWere() throws IOException {
    assertThat(
            new Json()
                .canonical(
                    new ApiAnswers.Updates(
                        Optional.of(KeptValues.UPDATES.at()),
                        UpdateAnswers.servers(KeptValues.UPDATES))))
        .isEqualTo(answered());
  }
}
