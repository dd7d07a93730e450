package dev.garrison.diagnostic;

/** How much a diagnostic matters. Only {@link #ERROR} stops the command. */
public enum Severity implements Worded {
  ERROR,
  WARNING,
  NOTE
}
