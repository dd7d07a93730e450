package dev.garrison.lab.wsus.soap;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** The parameters of a request that fits the contract, or the fields of one of them. */
public final class Arguments {
  private static final String NIL = "nil";
  private final XmlNode node;

  Arguments(XmlNode node) {
    this.node = node;
  }

  private Optional<XmlNode> find(String name) {
    return node.children().stream()
        .filter(child -> child.localName().equals(name))
        .filter(child ->
            child.attributes().keySet().stream().noneMatch(a -> a.getLocalPart().equals(NIL)))
        .findFirst();
  }

  private String value(String name) {
    return find(name)
        .map(child -> child.text().strip())
        .orElseThrow(() -> new IllegalStateException("no " + name));
  }

  /** A text; empty if absent. */
  public Optional<String> text(String name) {
    return find(name).map(XmlNode::text);
  }

  /** A GUID. */
  public UUID guid(String name) {
    return UUID.fromString(value(name).toLowerCase(Locale.ROOT));
  }

  /** A number. */
  public int integer(String name) {
    return Integer.parseInt(value(name));
  }

  /** A large number. */
  public long number(String name) {
    return Long.parseLong(value(name));
  }

  /** A truth value. */
  public boolean flag(String name) {
    return value(name).equals("true") || value(name).equals("1");
  }

  /** A time, in UTC. */
  public Instant time(String name) {
    String text = value(name);
    String local = text.endsWith("Z") ? text.substring(0, text.length() - 1) : text;
    return LocalDateTime.parse(local).toInstant(ZoneOffset.UTC);
  }

  /** A complex parameter; empty if absent. */
  public Optional<Arguments> nested(String name) {
    return find(name).map(Arguments::new);
  }

  /** The items of a list of complex values; empty if the list is absent. */
  public List<Arguments> items(String name) {
    return find(name).stream()
        .flatMap(list -> list.children().stream())
        .map(Arguments::new)
        .toList();
  }

  /** The items of a list of simple values; empty if the list is absent. */
  public List<String> values(String name) {
    return find(name).stream()
        .flatMap(list -> list.children().stream())
        .map(child -> child.text().strip())
        .toList();
  }
}
