package dev.garrison.fleet;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Explanations of the error codes of failed deployments, from {@code errors.txt}. The codes are
 * those of Garrison's scripts, install.ps1, Windows Installer, and the Configuration Manager
 * client.
 */
final class ErrorWords {
  private static final String TABLE = "errors.txt";
  private static final long FIRST_RESULT = 0x8000_0000L;

  private final Map<Long, Entry> entries = new HashMap<>();

  /**
   * Explanation of one code.
   *
   * @param text its source and its meaning
   * @param remedy the action to take
   */
  record Entry(String text, String remedy) {}

  ErrorWords() {
    try (InputStream stream = ErrorWords.class.getResourceAsStream(TABLE)) {
      if (stream == null) {
        throw new IllegalStateException("the program lacks " + TABLE);
      }
      new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .forEach(this::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void add(String line) {
    String[] parts = line.split("\\|", -1);
    if (parts.length != 4) {
      throw new IllegalStateException("not four parts in " + TABLE + ": " + line);
    }
    Entry entry = new Entry(parts[1].strip() + ": " + parts[2].strip(), parts[3].strip());
    if (entries.put(Long.decode(parts[0].strip()), entry) != null) {
      throw new IllegalStateException("twice in " + TABLE + ": " + parts[0]);
    }
  }

  Optional<Entry> of(long code) {
    return Optional.ofNullable(entries.get(code));
  }

  /** Code with its meaning; an unknown code is {@code unknown(n)}. */
  String words(long code) {
    return of(code)
        .map(entry -> number(code) + " (" + entry.text() + ")")
        .orElseGet(() -> "unknown(" + number(code) + ")");
  }

  /**
   * Formats a code: HRESULT values in hexadecimal, exit codes in decimal as the console shows them.
   */
  private static String number(long code) {
    return code < FIRST_RESULT
        ? Long.toString(code)
        : "0x" + Long.toHexString(code).toUpperCase(Locale.ROOT);
  }

  /** All known codes. */
  Set<Long> codes() {
    return new TreeSet<>(entries.keySet());
  }
}
