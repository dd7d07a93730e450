package dev.garrison.xml;

import java.util.HashMap;
import java.util.Map;

/**
 * Writes a tree on one line, in the form in which Configuration Manager writes its digests. The
 * namespace is a default {@code xmlns} on each element that changes it, and elements have no
 * prefixes. The declaration says utf-16 because the text is handed over as a string of UTF-16
 * units; the SMS Provider refuses it otherwise (0x80041001).
 */
public final class XmlWriter {
  private static final String DECLARATION = "<?xml version=\"1.0\" encoding=\"utf-16\"?>";
  private static final String XML_NAMESPACE = "http://www.w3.org/XML/1998/namespace";

  private final StringBuilder out = new StringBuilder();

  private XmlWriter() {}

  /** The document with its declaration. */
  public static String document(XmlElement root) {
    XmlWriter writer = new XmlWriter();
    writer.out.append(DECLARATION);
    writer.element(root, "", Map.of(XML_NAMESPACE, "xml"));
    return writer.out.toString();
  }

  /** One element, complete in itself, without a declaration. */
  public static String fragment(XmlElement element) {
    XmlWriter writer = new XmlWriter();
    writer.element(element, "", Map.of(XML_NAMESPACE, "xml"));
    return writer.out.toString();
  }

  /** Whether every character of the text is allowed in an XML 1.0 document (production 2, Char). */
  public static boolean canCarry(String text) {
    return text.codePoints()
        .allMatch(c ->
            c == '\t'
                || c == '\n'
                || c == '\r'
                || (c >= 0x20 && c <= 0xD7FF)
                || (c >= 0xE000 && c <= 0xFFFD)
                || c >= 0x10000);
  }

  private void element(XmlElement element, String outer, Map<String, String> outerPrefixes) {
    out.append('<').append(element.name().local());
    if (!element.name().namespace().equals(outer)) {
      attribute("xmlns", element.name().namespace());
    }
    Map<String, String> prefixes = new HashMap<>(outerPrefixes);
    element.prefixes().forEach((prefix, uri) -> declare(prefix, uri, prefixes));
    for (XmlElement.Name name : element.attributes().keySet()) {
      if (!name.namespace().isEmpty() && !prefixes.containsKey(name.namespace())) {
        declare(freePrefix(prefixes), name.namespace(), prefixes);
      }
    }
    element
        .attributes()
        .forEach((name, value) ->
            attribute(
                name.namespace().isEmpty()
                    ? name.local()
                    : prefixes.get(name.namespace()) + ":" + name.local(),
                value));
    content(element, prefixes);
  }

  private void content(XmlElement element, Map<String, String> prefixes) {
    if (element.isEmpty()) {
      out.append("/>");
      return;
    }
    out.append('>');
    escape(element.text(), false);
    for (XmlElement child : element.children()) {
      element(child, element.name().namespace(), prefixes);
    }
    out.append("</").append(element.name().local()).append('>');
  }

  private void declare(String prefix, String uri, Map<String, String> prefixes) {
    prefixes.values().removeIf(prefix::equals);
    prefixes.put(uri, prefix);
    attribute("xmlns:" + prefix, uri);
  }

  private static String freePrefix(Map<String, String> prefixes) {
    int number = 1;
    while (prefixes.containsValue("n" + number)) {
      number++;
    }
    return "n" + number;
  }

  private void attribute(String name, String value) {
    out.append(' ').append(name).append("=\"");
    escape(value, true);
    out.append('"');
  }

  private void escape(String text, boolean inAttribute) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '\r' -> out.append("&#xD;");
        case '"' -> out.append(inAttribute ? "&quot;" : "\"");
        case '\n' -> out.append(inAttribute ? "&#xA;" : "\n");
        case '\t' -> out.append(inAttribute ? "&#x9;" : "\t");
        default -> out.append(c);
      }
    }
  }
}
