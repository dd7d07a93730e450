package dev.garrison.mecm.odata;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;

/**
 * Reports an object in an answer that lacks a key property. Read as number 0 or as an empty name,
 * such objects would be counted as one.
 */
public final class KeyMissingException extends RefusalException {
  private static final long serialVersionUID = 1L;
  private static final int LONGEST_ADDRESS = 160;

  private final String property;

  /**
   * @param className of the object
   * @param from the address that it came from, as the end of a sentence; empty if it is not known
   */
  private KeyMissingException(String className, String property, String from) {
    super(
        Diagnostic.error(
            ODataCode.OBJECT_WITHOUT_KEY,
            "The site answered with an object of %s without %s%s."
                .formatted(className, property, from),
            "Nothing was concluded from that answer. Run 'garrison probe': its properties say how "
                + "the site spells them, and which it lacks."));
    this.property = property;
  }

  static KeyMissingException of(Row row, String property) {
    String className = row.text("__CLASS");
    return new KeyMissingException(
        className.isEmpty() ? "an unnamed class" : className, property, "");
  }

  /** An exception for the answer to this query. */
  static KeyMissingException of(ODataQuery query, String property) {
    String address = query.toString();
    String shown =
        address.length() > LONGEST_ADDRESS
            ? address.substring(0, LONGEST_ADDRESS) + "..."
            : address;
    return new KeyMissingException(query.className(), property, ": GET wmi/" + shown);
  }

  /** The same, for the answer to this query. */
  public KeyMissingException in(ODataQuery query) {
    return of(query, property);
  }
}
