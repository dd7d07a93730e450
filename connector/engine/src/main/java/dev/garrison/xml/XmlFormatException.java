package dev.garrison.xml;

import dev.garrison.language.Text;
import dev.garrison.language.TextFailure;

/**
 * Text that is not XML, or is XML that Garrison does not accept. The message gives the place and
 * the reason.
 */
public final class XmlFormatException extends Exception implements TextFailure {
  private static final long serialVersionUID = 1L;

  private final transient Text words;

  XmlFormatException(Text words) {
    super(words.toString());
    this.words = words;
  }

  XmlFormatException(Text words, Throwable cause) {
    super(words.toString(), cause);
    this.words = words;
  }

  @Override
  public Text words() {
    return words;
  }
}
