package dev.garrison.lab.adminservice.digest;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Rules for order, namespace, attributes, and values of elements, from {@code digest-grammar.txt}.
 */
final class Grammar {
  private static final String RESOURCE = "/dev/garrison/lab/adminservice/digest-grammar.txt";
  private static final Map<String, String> PREFIXES =
      Map.of(
          XmlElement.DIGEST,
          "A:",
          "http://schemas.microsoft.com/SystemsCenterConfigurationManager/2009/06/14/Rules",
          "R:",
          "http://schemas.microsoft.com/SystemsCenterConfigurationManager/2009/07/10/DesiredConfiguration",
          "D:");

  private static final Sequence EMPTY = new Sequence.Strict(Pattern.compile(""));

  private final Map<String, Sequence> children = new HashMap<>();
  private final Map<String, List<Attribute>> attributes = new HashMap<>();
  private final Map<String, AllowedText> values = new HashMap<>();

  /** Content that an element can have. */
  private sealed interface Sequence {
    /**
     * Children in a fixed order: their names, each with its prefix and a semicolon, match the
     * pattern.
     */
    record Strict(Pattern names) implements Sequence {}

    /** Parts in any order, each once or, with {@code *} after its name, several times. */
    record Loose(List<String> names) implements Sequence {
      boolean has(String name) {
        return names.contains(name) || names.contains(name + "*");
      }

      /**
       * Parts of an element in the defined order; of a part that occurs twice, the first counts.
       */
      Stream<XmlElement> in(XmlElement element) {
        return names.stream()
            .flatMap(name ->
                name.endsWith("*")
                    ? element.children(name.substring(0, name.length() - 1))
                    : element.child(name).stream());
      }
    }

    /** Any content. */
    record Anything() implements Sequence {}
  }

  private record Attribute(String name, boolean optional, Optional<AllowedText> type) {
    /** Stands for attributes that are passed over. */
    static final Attribute OTHERS = new Attribute("*", false, Optional.empty());

    static Attribute of(String token) {
      int equals = token.indexOf('=');
      String name = equals < 0 ? token : token.substring(0, equals);
      return new Attribute(
          name.replace("?", ""),
          name.endsWith("?"),
          equals < 0 ? Optional.empty() : Optional.of(AllowedText.of(token.substring(equals + 1))));
    }
  }

  Grammar() {
    try (InputStream in = Grammar.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException("the lab lacks its table " + RESOURCE);
      }
      new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
          .lines()
          .filter(line -> !line.startsWith("#"))
          .forEach(this::add);
    } catch (IOException e) {
      throw new UncheckedIOException("the lab cannot read its table " + RESOURCE, e);
    }
  }

  private void add(String line) {
    int colon = line.indexOf(": ");
    String path = colon < 0 ? line.replace(":", "") : line.substring(0, colon);
    String rest = colon < 0 ? "" : line.substring(colon + 2);
    if (path.startsWith("@")) {
      attributes.put(
          path.substring(1), List.of(rest.split(" ", -1)).stream().map(Attribute::of).toList());
    } else if (path.startsWith("=")) {
      values.put(path.substring(1), AllowedText.of(rest));
    } else {
      children.put(path, sequence(rest));
    }
  }

  private static Sequence sequence(String line) {
    if (line.equals("*")) {
      return new Sequence.Anything();
    }
    if (line.startsWith("~ ")) {
      return new Sequence.Loose(List.of(line.substring(2).split(" ", -1)));
    }
    return new Sequence.Strict(
        Pattern.compile(
            line.replaceAll("(?<![:\\w])(\\w+)(?![:\\w])", "A:$1")
                .replaceAll("([ARD]:\\w+)", "(?:$1;)")
                // Each child fits one place: nothing is given back, and no stack is needed.
                .replaceAll("\\)([*+])", ")$1+")
                .replace(" ", "")));
  }

  /** Checks a digest, and throws for the first element that does not fit. */
  void check(XmlElement root) {
    if (!token(root).equals("A:AppMgmtDigest")) {
      throw new DigestException("the root is not AppMgmtDigest in its namespace");
    }
    check(root, root.name());
  }

  /** Checks an element that is a document of its own, such as the body of a detection method. */
  void check(XmlElement element, String path) {
    check(element, path, false);
  }

  /**
   * Returns an element as it is written. Parts that are accepted in any order come in the defined
   * order, and skipped parts are left out.
   */
  XmlElement written(XmlElement element, String path) {
    return switch (lookup(children, path).orElse(EMPTY)) {
      case Sequence.Anything _ -> element;
      case Sequence.Strict _ -> plain(element, path);
      case Sequence.Loose loose ->
          plain(element, path)
              .withChildren(
                  loose.in(element).map(part -> written(part, path + "/" + part.name())).toList());
    };
  }

  /** Copies an element with the known attributes only, and with its content unchanged. */
  private XmlElement plain(XmlElement element, String path) {
    XmlElement plain = element.withAttributes(Map.of());
    for (Attribute attribute : lookup(attributes, path).orElse(List.of())) {
      String value = element.attributes().get(attribute.name());
      plain = value == null ? plain : plain.with(attribute.name(), value);
    }
    return plain;
  }

  private void check(XmlElement element, String path, boolean loose) {
    Sequence content = lookup(children, path).orElse(EMPTY);
    checkAttributes(element, path, loose || content instanceof Sequence.Loose);
    switch (content) {
      case Sequence.Anything _ -> {}
      case Sequence.Loose parts ->
          element.children().stream()
              .filter(child -> token(child).equals("A:" + child.name()) && parts.has(child.name()))
              .forEach(child -> check(child, path + "/" + child.name(), true));
      case Sequence.Strict strict -> {
        StringBuilder sequence = new StringBuilder();
        element.children().forEach(child -> sequence.append(token(child)).append(';'));
        if (!strict.names().matcher(sequence).matches()) {
          throw new DigestException(
              "the children of " + path + " are wrong or out of order: " + sequence);
        }
        element.children().forEach(child -> check(child, path + "/" + child.name(), false));
      }
    }
    lookup(values, path).ifPresent(type -> type.check(path, element.text()));
  }

  private void checkAttributes(XmlElement element, String path, boolean loose) {
    Set<String> left = new HashSet<>(element.attributes().keySet());
    List<Attribute> known = lookup(attributes, path).orElse(List.of());
    for (Attribute attribute : known) {
      String value = element.attributes().get(attribute.name());
      if (left.remove(attribute.name()) && value != null) {
        attribute.type().ifPresent(type -> type.check(path + "/@" + attribute.name(), value));
      } else if (!attribute.optional() && !attribute.equals(Attribute.OTHERS)) {
        throw new DigestException(path + " lacks its attribute " + attribute.name());
      }
    }
    if (!left.isEmpty() && !loose && !known.contains(Attribute.OTHERS)) {
      throw new DigestException(path + " has attributes that nobody knows: " + left);
    }
  }

  private static <T> Optional<T> lookup(Map<String, T> map, String path) {
    String suffix = path;
    while (true) {
      T found = map.get(suffix);
      if (found != null) {
        return Optional.of(found);
      }
      int slash = suffix.indexOf('/');
      if (slash < 0) {
        return Optional.empty();
      }
      suffix = suffix.substring(slash + 1);
    }
  }

  private static String token(XmlElement element) {
    return PREFIXES.getOrDefault(element.namespace(), "?:") + element.name();
  }
}
