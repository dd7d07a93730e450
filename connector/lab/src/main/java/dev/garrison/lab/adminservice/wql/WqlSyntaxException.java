package dev.garrison.lab.adminservice.wql;

/** Signals a text that is not a query of the supported part of WQL. */
final class WqlSyntaxException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  WqlSyntaxException(String message) {
    super(message, null, false, false);
  }
}
