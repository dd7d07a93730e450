package dev.garrison.catalog.xml;

/** A document that is not the XML of an update, or none that Garrison is willing to read. */
public final class UpdateXmlException extends Exception {
  private static final long serialVersionUID = 1L;

  private final int line;
  private final int column;
  private final String reason;

  UpdateXmlException(int line, int column, String reason) {
    super("line " + line + ", column " + column + ": " + reason);
    this.line = line;
    this.column = column;
    this.reason = reason;
  }

  /** The line where reading stopped, counted from 1. */
  public int line() {
    return line;
  }

  /** The column where reading stopped, counted from 1. */
  public int column() {
    return column;
  }

  /** What is wrong, without the place: a clause. */
  public String reason() {
    return reason;
  }
}
