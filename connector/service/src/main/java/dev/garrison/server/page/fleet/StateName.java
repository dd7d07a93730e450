package dev.garrison.server.page.fleet;

import java.util.Locale;

/** Display names of states, groups, and purposes. */
final class StateName {
  private StateName() {}

  /**
   * Display name of an identifier such as {@code waiting-for-window}: {@code Waiting for window}.
   */
  static String of(String identifier) {
    String words = identifier.replace('-', ' ');
    return words.isEmpty()
        ? words
        : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }
}
