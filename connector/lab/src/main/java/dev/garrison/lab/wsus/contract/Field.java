package dev.garrison.lab.wsus.contract;

/**
 * A parameter of an operation or a field of a complex value.
 *
 * @param type a simple kind's name or a complex shape's
 * @param optional whether it can be absent: references can, values cannot
 * @param nillable whether xsi:nil is accepted
 * @param many whether it can occur more than once
 */
public record Field(String name, String type, boolean optional, boolean nillable, boolean many) {
  static Field read(String text, boolean many) {
    int colon = text.indexOf(':');
    String type = text.substring(colon + 1);
    boolean nillable = type.endsWith("*");
    type = nillable ? type.substring(0, type.length() - 1) : type;
    boolean optional = type.endsWith("?");
    type = optional ? type.substring(0, type.length() - 1) : type;
    return new Field(text.substring(0, colon), type, optional, nillable, many);
  }
}
