package dev.garrison.mecm.odata;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.language.Message;
import dev.garrison.language.Text;

/**
 * Reports an object in an answer that lacks a key property. Read as number 0 or as an empty name,
 * such objects would be counted as one.
 */
public final class KeyMissingException extends RefusalException {
  private static final long serialVersionUID = 1L;
  private static final int LONGEST_ADDRESS = 160;

  private final String property;

  /**
   * @param problem which names the property
   */
  private KeyMissingException(Text problem, String property) {
    super(
        Diagnostic.error(
            ODataCode.OBJECT_WITHOUT_KEY,
            new Message(problem, Text.of("answer.probe-properties"))));
    this.property = property;
  }

  static KeyMissingException of(Row row, String property) {
    String className = row.text("__CLASS");
    return new KeyMissingException(
        className.isEmpty()
            ? Text.of("answer.key-missing-in-unnamed-class", "property", property)
            : Text.of("answer.key-missing", "class", className, "property", property),
        property);
  }

  /** An exception for the answer to this query. */
  static KeyMissingException of(ODataQuery query, String property) {
    String address = query.toString();
    String shown =
        address.length() > LONGEST_ADDRESS
            ? address.substring(0, LONGEST_ADDRESS) + "..."
            : address;
    return new KeyMissingException(
        Text.of(
            "answer.key-missing-in-query",
            "class",
            query.className(),
            "property",
            property,
            "query",
            "GET wmi/" + shown),
        property);
  }

  /** The same, for the answer to this query. */
  public KeyMissingException in(ODataQuery query) {
    return of(query, property);
  }
}
