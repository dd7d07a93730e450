package dev.garrison.lab.wsus.soap;

/**
 * Style of rows on the wire, in which servers can differ.
 *
 * @param prefixes namespace prefixes in xsi:type
 * @param extraColumns number of columns beyond the published ones, at the end of each row
 * @param zoned whether times end with Z
 * @param types type information of each value
 */
public record WireStyle(Prefixes prefixes, int extraColumns, boolean zoned, Types types) {
  /** Style of ASP.NET. */
  public static final WireStyle USUAL = new WireStyle(Prefixes.NUMBERED, 0, false);

  /** Creates a style with the type of each value. */
  public WireStyle(Prefixes prefixes, int extraColumns, boolean zoned) {
    this(prefixes, extraColumns, zoned, Types.OWN);
  }

  /** The same style with other type information. */
  public WireStyle with(Types other) {
    return new WireStyle(prefixes, extraColumns, zoned, other);
  }

  /** Type information of a value. */
  public enum Types {
    /** The value's own type. */
    OWN,
    /** Text as the type of every value. */
    ALL_TEXT,
    /** No type. */
    NONE
  }

  /** Namespace prefixes in xsi:type. */
  public enum Prefixes {
    /** xsd from the envelope; q1, q2 and so on, declared at each guid. */
    NUMBERED,
    /** Declared at each value: b for the schema's own types, d4p1 for guid. */
    DECLARED_EACH,
    /** One odd prefix for both, declared at each value. */
    SAME_FOR_BOTH
  }
}
