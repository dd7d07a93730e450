package dev.garrison.lab.wsus.soap;

/**
 * How rows look on the wire, which servers are free in.
 *
 * @param prefixes how xsi:type names its namespace
 * @param extraColumns so many columns more than published at the end of each row
 * @param zoned whether times end with Z
 * @param types what is said of the type of each value
 */
public record WireStyle(Prefixes prefixes, int extraColumns, boolean zoned, Types types) {
  /** As ASP.NET writes it. */
  public static final WireStyle USUAL = new WireStyle(Prefixes.NUMBERED, 0, false);

  /** One that says the type of each value. */
  public WireStyle(Prefixes prefixes, int extraColumns, boolean zoned) {
    this(prefixes, extraColumns, zoned, Types.OWN);
  }

  /** The same with other types. */
  public WireStyle with(Types other) {
    return new WireStyle(prefixes, extraColumns, zoned, other);
  }

  /** What is said of the type of a value. */
  public enum Types {
    /** Its own. */
    OWN,
    /** That it is a text. */
    ALL_TEXT,
    /** Nothing. */
    NONE
  }

  /** How xsi:type names its namespace. */
  public enum Prefixes {
    /** xsd from the envelope; q1, q2 and so on, declared at each guid. */
    NUMBERED,
    /** Declared at each value: b for the schema's own types, d4p1 for guid. */
    DECLARED_EACH,
    /** One odd prefix for both, declared at each value. */
    SAME_FOR_BOTH
  }
}
