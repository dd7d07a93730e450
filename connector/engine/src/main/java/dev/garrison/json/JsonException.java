package dev.garrison.json;

import dev.garrison.language.Text;
import dev.garrison.language.TextFailure;

/** Text that is not the requested JSON. The message gives the place, never the content. */
public final class JsonException extends RuntimeException implements TextFailure {
  private static final long serialVersionUID = 1L;

  private final transient Text words;

  /** Text that is JSON, but not the requested one. */
  public JsonException(Text words) {
    super(words.toString());
    this.words = words;
  }

  /** Text that is not the requested JSON, with the cause. */
  public JsonException(Text words, Throwable cause) {
    super(words.toString(), cause);
    this.words = words;
  }

  @Override
  public Text words() {
    return words;
  }
}
