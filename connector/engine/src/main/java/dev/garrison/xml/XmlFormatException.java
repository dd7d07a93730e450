package dev.garrison.xml;

/**
 * Text that is not XML, or is XML that Garrison does not accept. The message gives the place and
 * the reason.
 */
public final class XmlFormatException extends Exception {
  private static final long serialVersionUID = 1L;

  XmlFormatException(String message) {
    super(message);
  }

  XmlFormatException(String message, Throwable cause) {
    super(message, cause);
  }
}
