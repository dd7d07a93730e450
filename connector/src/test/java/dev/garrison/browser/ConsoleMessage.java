package dev.garrison.browser;

/** A line of the browser's console: what a page reported, and what the browser refused it. */
public record ConsoleMessage(String level, String source, String text) {
  /** Whether a developer would have to look. */
  public boolean isTrouble() {
    return level.equals("SEVERE") || level.equals("WARNING");
  }
}
