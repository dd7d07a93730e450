package dev.garrison.xml;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An element that holds either text or elements, never both.
 *
 * @param name the expanded name
 * @param attributes values by name; the order is kept for writing but means nothing
 * @param prefixes the namespace prefixes declared here, kept because a value may use one
 * @param text the text, empty where there are children
 * @param children the elements inside, in document order
 */
public record XmlElement(
    Name name,
    Map<Name, String> attributes,
    Map<String, String> prefixes,
    String text,
    List<XmlElement> children) {
  /**
   * An expanded name: prefixes mean nothing.
   *
   * @param namespace the namespace URI, empty for none
   * @param local the local part
   */
  public record Name(String namespace, String local) {
    /** A name in no namespace, as attributes usually have. */
    public static Name plain(String local) {
      return new Name("", local);
    }
  }

  public XmlElement {
    attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
    prefixes = Collections.unmodifiableMap(new LinkedHashMap<>(prefixes));
    children = List.copyOf(children);
    if (!text.isEmpty() && !children.isEmpty()) {
      throw new IllegalArgumentException(
          "<" + name.local() + "> would hold text and elements side by side");
    }
  }

  /** An empty element. */
  public static XmlElement of(String namespace, String local) {
    return new XmlElement(new Name(namespace, local), Map.of(), Map.of(), "", List.of());
  }

  /** The same element with an attribute of no namespace set. */
  public XmlElement with(String attribute, String value) {
    Map<Name, String> more = new LinkedHashMap<>(attributes);
    more.put(Name.plain(attribute), value);
    return withAttributes(more);
  }

  /** The same element with exactly these attributes. */
  public XmlElement withAttributes(Map<Name, String> values) {
    return new XmlElement(name, values, prefixes, text, children);
  }

  /** The same element with this text in place of its content. */
  public XmlElement withText(String value) {
    return new XmlElement(name, attributes, prefixes, value, List.of());
  }

  /** The same element with these children in place of its content. */
  public XmlElement withChildren(List<XmlElement> elements) {
    return new XmlElement(name, attributes, prefixes, elements.isEmpty() ? text : "", elements);
  }

  /** The same element with these children added at the end. */
  public XmlElement containing(XmlElement... elements) {
    List<XmlElement> more = new ArrayList<>(children);
    more.addAll(List.of(elements));
    return withChildren(more);
  }

  /** The value of an attribute of no namespace, empty when it is not there. */
  public String attribute(String local) {
    return attributes.getOrDefault(Name.plain(local), "");
  }

  /** The first child with this local name, in any namespace. */
  public Optional<XmlElement> child(String local) {
    return children.stream().filter(child -> child.name().local().equals(local)).findFirst();
  }

  /** All children with this local name. */
  public List<XmlElement> all(String local) {
    return children.stream().filter(child -> child.name().local().equals(local)).toList();
  }

  /** The first element found by going down these local names. */
  public Optional<XmlElement> find(String... path) {
    Optional<XmlElement> found = Optional.of(this);
    for (String step : path) {
      found = found.flatMap(element -> element.child(step));
    }
    return found;
  }

  /** The text of the element found by going down these local names, empty when there is none. */
  public String textOf(String... path) {
    return find(path).map(XmlElement::text).orElse("");
  }

  /** Whether the element has no text and no children. */
  public boolean isEmpty() {
    return text.isEmpty() && children.isEmpty();
  }

  /** Only the name, because the content of an element may be a secret. */
  @Override
  public String toString() {
    return "<" + name.local() + ">";
  }
}
