package dev.garrison.lab.adminservice.digest;

/** Writes elements as Microsoft's library does: indented, with a namespace where it changes. */
final class XmlWriting {
  private static final String DECLARATION = "<?xml version=\"1.0\" encoding=\"utf-16\"?>\n";
  private static final String INSTANCE = "http://www.w3.org/2001/XMLSchema-instance";

  private XmlWriting() {}

  /** Writes a document with the declaration, as in the body of a detection method. */
  static String document(XmlElement root) {
    return DECLARATION + text(root, "");
  }

  /** Writes a digest, without a declaration. */
  static String digest(XmlElement root) {
    return text(root, " xmlns:xsi=\"" + INSTANCE + "\"");
  }

  private static String text(XmlElement root, String more) {
    StringBuilder out = new StringBuilder();
    write(root, "", "", more, out);
    return out.toString();
  }

  private static void write(
      XmlElement element, String around, String indent, String more, StringBuilder out) {
    out.append(indent).append('<').append(element.name());
    element
        .attributes()
        .forEach((name, value) ->
            out.append(' ').append(name).append("=\"").append(escaped(value, true)).append('"'));
    if (!element.namespace().equals(around)) {
      out.append(" xmlns=\"").append(escaped(element.namespace(), true)).append('"');
    }
    out.append(more);
    if (element.children().isEmpty() && element.text().isEmpty()) {
      out.append(" />");
    } else if (element.children().isEmpty()) {
      out.append('>').append(escaped(element.text(), false));
      out.append("</").append(element.name()).append('>');
    } else {
      out.append('>');
      for (XmlElement child : element.children()) {
        out.append('\n');
        write(child, element.namespace(), indent + "  ", "", out);
      }
      out.append('\n').append(indent).append("</").append(element.name()).append('>');
    }
  }

  private static String escaped(String text, boolean attribute) {
    StringBuilder out = new StringBuilder(text.length());
    text.chars()
        .forEach(character -> {
          switch (character) {
            case '&' -> out.append("&amp;");
            case '<' -> out.append("&lt;");
            case '>' -> out.append("&gt;");
            case '\r' -> out.append("&#xD;");
            case '"' -> out.append(attribute ? "&quot;" : "\"");
            case '\n', '\t' ->
                out.append(
                    attribute
                        ? "&#x"
                            + Integer.toHexString(character).toUpperCase(java.util.Locale.ROOT)
                            + ";"
                        : (char) character);
            default -> out.append((char) character);
          }
        });
    return out.toString();
  }
}
