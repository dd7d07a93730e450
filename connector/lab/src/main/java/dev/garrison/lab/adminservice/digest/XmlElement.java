package dev.garrison.lab.adminservice.digest;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * One element. Equal when names, attributes, children and text are; blanks between children do not
 * count.
 *
 * @param text its own text; empty where it has children
 */
record XmlElement(
    String namespace,
    String name,
    Map<String, String> attributes,
    List<XmlElement> children,
    String text) {
  XmlElement {
    attributes = new TreeMap<>(attributes);
    children = List.copyOf(children);
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

  /** The element at a path of names, which the grammar has proven to exist. */
  XmlElement at(String... path) {
    XmlElement element = this;
    for (String step : path) {
      element = element.child(step).orElseThrow(() -> new DigestException("there is no " + step));
    }
    return element;
  }

  /** The text of a child, empty where it is missing. */
  String textOf(String wanted) {
    return child(wanted).map(XmlElement::text).orElse("");
  }

  /** This element and all below it. */
  Stream<XmlElement> all() {
    return Stream.concat(Stream.of(this), children.stream().flatMap(XmlElement::all));
  }
}
