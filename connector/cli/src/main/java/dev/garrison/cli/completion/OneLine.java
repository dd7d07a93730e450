package dev.garrison.cli.completion;

/** Explanations, which some shells take in one line alone. */
final class OneLine {
  private OneLine() {}

  /** The text with a single space wherever it has white space. */
  static String of(String text) {
    return String.join(" ", text.strip().lines().map(String::strip).toList());
  }
}
