package dev.garrison.lab.wsus.soap;

import java.util.List;
import java.util.Map;
import javax.xml.namespace.QName;

/**
 * An element of a small document.
 *
 * @param text between its tags; empty if it has children
 */
public record XmlNode(
    QName name, Map<QName, String> attributes, List<XmlNode> children, String text) {
  public XmlNode {
    attributes = Map.copyOf(attributes);
    children = List.copyOf(children);
  }

  /** Name without the namespace. */
  public String localName() {
    return name.getLocalPart();
  }
}
