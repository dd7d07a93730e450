package dev.garrison.fleet;

import dev.garrison.language.Message;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Explanations of the error codes of failed deployments. The codes are those of Garrison's scripts,
 * install.ps1, Windows Installer, and the Configuration Manager client.
 */
final class ErrorWords {
  private static final long FIRST_RESULT = 0x8000_0000L;

  /** Meanings and remedies by code, which each key ends with. */
  private static final Map<Long, Message> ENTRIES =
      Stream.of(
              "error-code.20001",
              "error-code.20002",
              "error-code.20003",
              "error-code.20004",
              "error-code.20005",
              "error-code.20006",
              "error-code.20007",
              "error-code.20008",
              "error-code.20009",
              "error-code.20010",
              "error-code.20011",
              "error-code.20012",
              "error-code.20013",
              "error-code.20014",
              "error-code.20015",
              "error-code.20020",
              "error-code.20021",
              "error-code.20022",
              "error-code.20023",
              "error-code.20024",
              "error-code.20025",
              "error-code.20030",
              "error-code.20031",
              "error-code.20040",
              "error-code.20041",
              "error-code.20042",
              "error-code.20043",
              "error-code.20044",
              "error-code.20045",
              "error-code.20046",
              "error-code.20099",
              "error-code.1",
              "error-code.3",
              "error-code.4",
              "error-code.6",
              "error-code.10",
              "error-code.11",
              "error-code.12",
              "error-code.13",
              "error-code.14",
              "error-code.15",
              "error-code.16",
              "error-code.18",
              "error-code.20",
              "error-code.30",
              "error-code.32",
              "error-code.33",
              "error-code.34",
              "error-code.35",
              "error-code.36",
              "error-code.37",
              "error-code.38",
              "error-code.39",
              "error-code.1601",
              "error-code.1602",
              "error-code.1603",
              "error-code.1605",
              "error-code.1612",
              "error-code.1618",
              "error-code.1619",
              "error-code.1620",
              "error-code.1625",
              "error-code.1633",
              "error-code.1638",
              "error-code.1641",
              "error-code.3010",
              "error-code.0x87D00324",
              "error-code.0x87D01107")
          .collect(
              Collectors.toUnmodifiableMap(
                  key -> Long.decode(key.substring(key.indexOf('.') + 1)), key -> Message.of(key)));

  /** The meaning of a code as the problem, and the action to take as the fix. */
  Optional<Message> of(long code) {
    return Optional.ofNullable(ENTRIES.get(code));
  }

  /** Code with its source and meaning; an unknown code is {@code unknown(n)}. */
  String words(long code) {
    return of(code)
        .map(entry -> entry.problem().toString())
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
    return new TreeSet<>(ENTRIES.keySet());
  }
}
