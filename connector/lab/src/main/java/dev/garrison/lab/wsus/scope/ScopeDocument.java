package dev.garrison.lab.wsus.scope;

import dev.garrison.lab.wsus.soap.Arguments;
import dev.garrison.lab.wsus.soap.ContractViolation;
import dev.garrison.lab.wsus.soap.ServerFault;
import dev.garrison.lab.wsus.soap.XmlDocuments;
import dev.garrison.lab.wsus.soap.XmlNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLStreamException;

/** A scope document that has only known attributes and elements. */
record ScopeDocument(Map<String, String> attributes, XmlNode root) {
  /** First point in time in the database, which scopes name. */
  static final Instant FIRST = Instant.parse("1753-01-01T00:00:00Z");

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("MM-dd-yyyy HH:mm:ss.SSS", Locale.ROOT);

  static ScopeDocument read(
      Arguments given, String parameter, String rootName, Set<String> known, Set<String> children) {
    String text =
        given
            .text(parameter)
            .orElseThrow(() ->
                ServerFault.argument(
                    "ArgumentNullException", "Value cannot be null. Parameter name: " + parameter));
    XmlNode root;
    try {
      root = new XmlDocuments().read(text);
    } catch (XMLStreamException e) {
      throw new ContractViolation(parameter + " is not well-formed XML: " + e.getMessage());
    }
    if (!root.name().equals(new QName(rootName))) {
      throw new ContractViolation(parameter + " is " + root.name() + ", not " + rootName);
    }
    Map<String, String> attributes = new TreeMap<>();
    root.attributes().forEach((name, value) -> attributes.put(name.getLocalPart(), value));
    attributes.keySet().stream()
        .filter(name -> !known.contains(name))
        .findFirst()
        .ifPresent(name -> {
          throw new ContractViolation(rootName + " has no attribute '" + name + "'");
        });
    root.children().stream()
        .map(XmlNode::localName)
        .filter(name -> !children.contains(name))
        .findFirst()
        .ifPresent(name -> {
          throw new ContractViolation(rootName + " has no element '" + name + "'");
        });
    return new ScopeDocument(attributes, root);
  }

  Optional<String> text(String name) {
    return Optional.ofNullable(attributes.get(name)).filter(text -> !text.isEmpty());
  }

  boolean has(String name) {
    return attributes.containsKey(name);
  }

  /** Flags of an attribute; -1 means all flags. */
  int flags(String name, int otherwise) {
    try {
      return text(name).map(Integer::parseInt).orElse(otherwise);
    } catch (NumberFormatException e) {
      throw new ContractViolation("%s is '%s', no number".formatted(name, attributes.get(name)));
    }
  }

  Instant time(String name, Instant otherwise) {
    try {
      return text(name)
          .map(text -> LocalDateTime.parse(text, TIME).toInstant(ZoneOffset.UTC))
          .orElse(otherwise);
    } catch (DateTimeException e) {
      throw new ContractViolation(
          "%s is '%s', not MM-dd-yyyy HH:mm:ss.fff".formatted(name, attributes.get(name)));
    }
  }

  /** Whether a time is between those of two attributes, which can both be absent. */
  boolean isBetween(Instant time, String from, String to) {
    return !time.isBefore(time(from, Instant.MIN)) && !time.isAfter(time(to, Instant.MAX));
  }

  void refuseInstallationStates() {
    if (flags("IncludedInstallationStates", -1) != -1
        || flags("ExcludedInstallationStates", 0) != 0) {
      throw new ContractViolation("the stand-in does not search by installation states");
    }
  }

  /** Ids in an attribute, whose value is an XML document. */
  List<UUID> ids(String name, String item) {
    Optional<String> text = text(name);
    if (text.isEmpty()) {
      return List.of();
    }
    try {
      XmlNode list = new XmlDocuments().read(text.get());
      if (!list.localName().equals("root")) {
        throw new ContractViolation("%s is '%s', not <root>".formatted(name, list.localName()));
      }
      return idsIn(list, item);
    } catch (XMLStreamException e) {
      throw new ContractViolation(name + " is not well-formed XML: " + e.getMessage());
    }
  }

  static List<UUID> idsIn(XmlNode list, String item) {
    for (XmlNode child : list.children()) {
      if (!child.localName().equals(item)) {
        throw new ContractViolation(
            "%s holds '%s', not %s".formatted(list.localName(), child.localName(), item));
      }
    }
    try {
      return list.children().stream().map(child -> UUID.fromString(child.text().strip())).toList();
    } catch (IllegalArgumentException e) {
      throw new ContractViolation(item + " is no GUID");
    }
  }
}
