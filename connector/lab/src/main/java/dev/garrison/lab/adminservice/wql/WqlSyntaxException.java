package dev.garrison.lab.adminservice.wql;

/** The text is not a query of the subset. */
final class WqlSyntaxException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  WqlSyntaxException(String message) {
    super(message, null, false, false);
  }
}
