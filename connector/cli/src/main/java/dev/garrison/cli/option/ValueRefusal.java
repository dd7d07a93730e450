package dev.garrison.cli.option;

import dev.garrison.language.Text;
import picocli.CommandLine.TypeConversionException;

/** Refusal of an option's value, in the language of its reader. */
public final class ValueRefusal extends TypeConversionException {
  private static final long serialVersionUID = 1L;

  private final transient Text reason;

  /**
   * @param reason a sentence that names the value
   */
  public ValueRefusal(Text reason) {
    super(reason.toString());
    this.reason = reason;
  }

  /** The sentence that names the value. */
  public Text reason() {
    return reason;
  }
}
