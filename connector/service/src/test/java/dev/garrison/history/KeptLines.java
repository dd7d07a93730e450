package dev.garrison.history;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Lines as versions of Garrison wrote them into rows. They are never made anew. */
final class KeptLines {
  /** What every refusal of a row ends with. */
  static final String REMEDY =
      "Use the version of Garrison that wrote the history, or a later one. If the file is damaged, restore a backup. [HISTORY_ROW_UNREADABLE GAR-0671]";

  private KeptLines() {}

  /**
   * One of them.
   *
   * @param form the number of its form
   */
  static String line(int form, String name) {
    String file = "recorded/%d/%s.json".formatted(form, name);
    try (InputStream stream =
        Objects.requireNonNull(KeptLines.class.getResourceAsStream(file), file)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
