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

/** Order, namespace and attributes of elements, from {@code digest-grammar.txt}. */
final class Grammar {
  private static final String RESOURCE = "/dev/garrison/lab/adminservice/digest-grammar.txt";
  private static final Map<String, String> PREFIXES =
      Map.of(
          "http://schemas.microsoft.com/SystemCenterConfigurationManager/2009/AppMgmtDigest", "A:",
          "http://schemas.microsoft.com/SystemsCenterConfigurationManager/2009/06/14/Rules", "R:",
          "http://schemas.microsoft.com/SystemsCenterConfigurationManager/2009/07/10/DesiredConfiguration",
              "D:");

  private final Map<String, Pattern> children = new HashMap<>();
  private final Map<String, List<String>> attributes = new HashMap<>();

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
    int colon = line.indexOf(':');
    String path = line.substring(0, colon);
    String rest = line.substring(colon + 1).strip();
    if (path.startsWith("@")) {
      attributes.put(path.substring(1), List.of(rest.split(" ", -1)));
    } else {
      children.put(
          path,
          Pattern.compile(
              rest.replaceAll("(?<![:\\w])(\\w+)(?![:\\w])", "A:$1")
                  .replaceAll("([ARD]:\\w+)", "(?:$1;)")
                  // Each child fits one place: nothing is given back, and no stack is needed.
                  .replaceAll("\\)([*+])", ")$1+")
                  .replace(" ", "")));
    }
  }

  /** Throws for the first element that does not fit. */
  void check(XmlElement root) {
    if (!token(root).equals("A:AppMgmtDigest")) {
      throw new DigestException("the root is not AppMgmtDigest in its namespace");
    }
    check(root, root.name());
  }

  /** Checks an element that stands for itself, such as the body of a detection method. */
  void check(XmlElement element, String path) {
    StringBuilder sequence = new StringBuilder();
    element.children().forEach(child -> sequence.append(token(child)).append(';'));
    Optional<Pattern> pattern = lookup(children, path);
    boolean fits =
        pattern.isPresent()
            ? pattern.get().matcher(sequence).matches()
            : element.children().isEmpty();
    if (!fits) {
      throw new DigestException(
          "the children of " + path + " are wrong or out of order: " + sequence);
    }
    checkAttributes(element, path);
    element.children().forEach(child -> check(child, path + "/" + child.name()));
  }

  private void checkAttributes(XmlElement element, String path) {
    Set<String> left = new HashSet<>(element.attributes().keySet());
    for (String name : lookup(attributes, path).orElse(List.of())) {
      String plain = name.replace("?", "");
      if (!left.remove(plain) && !name.endsWith("?")) {
        throw new DigestException(path + " lacks its attribute " + plain);
      }
    }
    if (!left.isEmpty()) {
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
