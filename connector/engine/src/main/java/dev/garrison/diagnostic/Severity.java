package dev.garrison.diagnostic;

/** Severity of a diagnostic. Only {@link #ERROR} stops the command. */
public enum Severity implements Worded {
  ERROR,
  WARNING,
  NOTE
}
