package dev.garrison.manifest.yaml;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.CollectionNode;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * Text of a manifest without comments, free text, and values that may contain a secret.
 *
 * <p>The text is written from the parsed YAML, so a manifest with wrong keys or values is shown
 * too. If a text is not YAML, only its keys are shown, each on its line.
 */
public final class ManifestText {
  private static final Set<String> WORDS = Set.of("reason", "ticket", "owner");

  /** Values of {@code owner} for an update server, which are not free text. */
  private static final Set<String> OWNERS = Set.of("wsus", "mecm");

  private static final Set<String> SECRETS = Set.of("key", "keystore", "pwd");

  /** Part of the name of a key for a secret; the name may be misspelled or unknown to Garrison. */
  private static final Pattern SECRET = Pattern.compile("pass|secret|token|credential");

  private static final Pattern REFERENCE =
      Pattern.compile("(env|file|command|keytab|prompt)(?::.*)?", Pattern.DOTALL);
  private static final Pattern KEY =
      Pattern.compile("(\\s*(?:- +){0,20})([\"']?([A-Za-z][A-Za-z0-9]*)[\"']?)\\s*:(?:\\s.*)?");

  /**
   * Line breaks with the blanks around them.
   *
   * <p>A match starts only where blanks begin; otherwise a long run of blanks would be searched
   * repeatedly.
   */
  private static final Pattern LINE_ENDS =
      Pattern.compile("(?<![ \\t])[ \\t]*+\\R[\\s\\u0085\\u2028\\u2029]*+");

  /**
   * Nodes that have been shown.
   *
   * <p>An alias is not written out a second time; there may be many aliases, also within
   * themselves.
   */
  private final Set<Node> shown = Collections.newSetFromMap(new IdentityHashMap<>());

  private ManifestText() {}

  /** Returns the lines to show. */
  public static List<String> lines(String text) {
    try {
      return YamlDocument.parse(text).map(root -> new ManifestText().of(root)).orElseGet(List::of);
    } catch (YamlDocument.NotYaml noTree) {
      return keys(text);
    }
  }

  private List<String> of(Node node) {
    if (node instanceof CollectionNode<?> && !shown.add(node)) {
      return List.of("(as above)");
    }
    List<String> lines = new ArrayList<>();
    switch (node) {
      case MappingNode mapping -> mapping.getValue().forEach(entry -> lines.addAll(of(entry)));
      case SequenceNode sequence ->
          sequence.getValue().forEach(each -> lines.addAll(within("- ", of(each))));
      case ScalarNode scalar -> lines.add(scalar(scalar));
      default -> lines.add("(something else)");
    }
    return lines;
  }

  private List<String> of(NodeTuple entry) {
    if (!(entry.getKeyNode() instanceof ScalarNode word)) {
      return List.of("(no word): (left out)");
    }
    String key = scalar(word) + ":";
    Node value = entry.getValueNode();
    Optional<String> instead = instead(word.getValue(), value);
    if (instead.isPresent()) {
      return List.of(key + " " + instead.get());
    }
    List<String> lines = of(value);
    if (value instanceof ScalarNode) {
      return List.of(key + " " + lines.getFirst());
    }
    List<String> all = new ArrayList<>(List.of(lines.isEmpty() ? key + " []" : key));
    all.addAll(within("  ", lines));
    return all;
  }

  private static List<String> within(String first, List<String> lines) {
    List<String> moved = new ArrayList<>();
    lines.forEach(line -> moved.add((moved.isEmpty() ? first : "  ") + line));
    return moved;
  }

  /**
   * Writes a scalar on one line, quoted as in the file, because names are searched in this text.
   */
  private static String scalar(ScalarNode scalar) {
    String line = LINE_ENDS.matcher(scalar.getValue()).replaceAll(" ");
    return scalar.getScalarStyle() == ScalarStyle.PLAIN
        ? line
        : "'" + line.replace("'", "''") + "'";
  }

  private static Optional<String> instead(String key, Node value) {
    if (isWords(key) && !OWNERS.contains(written(value))) {
      return Optional.of("\"(text)\"");
    }
    boolean hook = key.equals("url") && !written(value).startsWith("http");
    return isSecret(key) || hook ? Optional.of(reference(written(value))) : Optional.empty();
  }

  private static boolean isWords(String key) {
    return WORDS.contains(key.toLowerCase(Locale.ROOT));
  }

  private static boolean isSecret(String key) {
    String name = key.toLowerCase(Locale.ROOT);
    return SECRETS.contains(name) || SECRET.matcher(name).find();
  }

  private static String written(Node value) {
    return value instanceof ScalarNode scalar ? scalar.getValue() : "";
  }

  /** Keeps the kind of a reference; anything else may be the secret itself. */
  private static String reference(String value) {
    Matcher reference = REFERENCE.matcher(value);
    return reference.matches() ? "\"" + reference.group(1) + ":(reference)\"" : "\"(left out)\"";
  }

  /**
   * Lists the keys only; lines with a deeper indent than a left-out key may belong to its value.
   */
  private static List<String> keys(String text) {
    List<String> lines = new ArrayList<>();
    int deeper = Integer.MAX_VALUE;
    for (String line : text.lines().toList()) {
      int indent = line.length() - line.stripLeading().length();
      Matcher key = KEY.matcher(line);
      if (indent > deeper || !key.matches()) {
        lines.add("");
        continue;
      }
      deeper = isWords(key.group(3)) || isSecret(key.group(3)) ? indent : Integer.MAX_VALUE;
      lines.add(key.group(1) + key.group(2) + ": (left out)");
    }
    return lines;
  }
}
