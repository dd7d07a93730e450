package dev.garrison.catalog.xml;

/** Well-formed XML that says nothing sensible. The message begins with "it" or "its". */
final class NonsenseException extends Exception {
  private static final long serialVersionUID = 1L;

  NonsenseException(String message) {
    super(message);
  }
}
