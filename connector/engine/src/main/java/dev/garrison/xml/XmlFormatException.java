package dev.garrison.xml;

/** A text that is not XML, or not XML that Garrison is willing to read. Says where and why. */
public final class XmlFormatException extends Exception {
  private static final long serialVersionUID = 1L;

  XmlFormatException(String message) {
    super(message);
  }

  XmlFormatException(String message, Throwable cause) {
    super(message, cause);
  }
}
