package dev.garrison.diagnostic;

/** How much a diagnostic matters. Only {@link #ERROR} stops the command. */
public enum Severity {
  ERROR,
  WARNING,
  NOTE
}
