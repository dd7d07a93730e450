package dev.garrison.lab.adminservice.digest;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * An XML element. Two elements are equal when their names, attributes, children, and text are
 * equal; whitespace between children and the order of attributes do not count.
 *
 * @param text its own text; empty if it has children
 */
record XmlElement(
    String namespace,
    String name,
    Map<String, String> attributes,
    List<XmlElement> children,
    String text) {
  static final String DIGEST =
      "http://schemas.microsoft.com/SystemCenterConfigurationManager/2009/AppMgmtDigest";

  XmlElement {
    attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
    children = List.copyOf(children);
  }

  /** Creates an element of the digest's own namespace. */
  static XmlElement of(String name, String text) {
    return new XmlElement(DIGEST, name, Map.of(), List.of(), text);
  }

  /** Creates an element of the digest's own namespace. */
  static XmlElement of(String name, List<XmlElement> children) {
    return new XmlElement(DIGEST, name, Map.of(), children, "");
  }

  XmlElement with(String attribute, String value) {
    Map<String, String> more = new LinkedHashMap<>(attributes);
    more.put(attribute, value);
    return new XmlElement(namespace, name, more, children, text);
  }

  XmlElement withAttributes(Map<String, String> others) {
    return new XmlElement(namespace, name, others, children, text);
  }

  XmlElement withChildren(List<XmlElement> others) {
    return new XmlElement(namespace, name, attributes, others, others.isEmpty() ? text : "");
  }

  String attribute(String wanted) {
    return attributes.getOrDefault(wanted, "");
  }

  Optional<XmlElement> child(String wanted) {
    return children(wanted).findFirst();
  }

  Stream<XmlElement> children(String wanted) {
    return children.stream().filter(child -> child.name.equals(wanted));
  }

  /** Element at a path of names, which exists according to the grammar. */
  XmlElement at(String... path) {
    XmlElement element = this;
    for (String step : path) {
      element = element.child(step).orElseThrow(() -> new DigestException("there is no " + step));
    }
    return element;
  }

  /** Text of a child; empty if the child is missing. */
  String textOf(String wanted) {
    return child(wanted).map(XmlElement::text).orElse("");
  }

  /** This element and all elements below it. */
  Stream<XmlElement> all() {
    return Stream.concat(Stream.of(this), children.stream().flatMap(XmlElement::all));
  }

  /** Complete content, with attributes sorted by name: the same for equal elements. */
  @Override
  public String toString() {
    return name + new TreeMap<>(attributes) + (children.isEmpty() ? text : children.toString());
  }
}
