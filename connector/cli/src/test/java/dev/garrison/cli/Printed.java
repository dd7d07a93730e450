package dev.garrison.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * Answers to programs as Garrison printed them before it had forms. The files are named for their
 * format and lie beside the test in {@code printed/1}. They are never made again: what they hold,
 * somebody's script reads. Only a sentence that is worded anew is changed there too, by hand.
 */
public final class Printed {
  private Printed() {}

  /** The answer has the same bytes. */
  public static void asBefore(Class<?> test, String file, String answer) {
    String name = "printed/1/" + file;
    try (InputStream before = Objects.requireNonNull(test.getResourceAsStream(name), name)) {
      assertThat(answer).isEqualTo(new String(before.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
