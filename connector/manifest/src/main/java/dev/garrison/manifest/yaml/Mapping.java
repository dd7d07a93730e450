package dev.garrison.manifest.yaml;

import dev.garrison.diagnostic.NearestWord;
import dev.garrison.language.Message;
import dev.garrison.language.Text;
import dev.garrison.manifest.ManifestCode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/**
 * Group of keys that is being read.
 *
 * <p>A key is known once it has been requested; {@link #complete} reports the others.
 */
public final class Mapping {
  private final Value value;
  private final Map<String, Node> entries = new LinkedHashMap<>();
  private final Map<String, Integer> lines = new LinkedHashMap<>();
  private final Set<String> known = new TreeSet<>();

  /** Required keys that are absent, with what is expected of them. */
  private final Map<String, Text> missing = new LinkedHashMap<>();

  private boolean broken;

  private Mapping(Value value) {
    this.value = value;
  }

  static Mapping open(Value value, MappingNode node) {
    Mapping mapping = new Mapping(value);
    for (NodeTuple entry : node.getValue()) {
      mapping.add(entry);
    }
    return mapping;
  }

  private void add(NodeTuple entry) {
    int line = Form.lineOf(entry.getKeyNode());
    if (!(entry.getKeyNode() instanceof ScalarNode key)) {
      fail(ManifestCode.KEY_UNKNOWN, line, Message.of("manifest.key-of-group", "group", group()));
      return;
    }
    String name = key.getValue();
    Integer first = lines.putIfAbsent(name, line);
    if (first != null) {
      fail(
          ManifestCode.KEY_DOUBLED,
          line,
          Message.of(
              "manifest.key-twice",
              "key",
              Reading.shortened(name),
              "group",
              group(),
              "line",
              String.valueOf(first)));
      return;
    }
    entries.put(name, entry.getValueNode());
    reading().place(path(name), line);
  }

  private void fail(ManifestCode code, int line, Message message) {
    broken = true;
    reading().errorAt(code, line, message);
  }

  private String group() {
    return value.path().isEmpty() ? "none" : value.path();
  }

  public Reading reading() {
    return value.reading();
  }

  /** Full path of one of this group's keys. */
  public String path(String key) {
    return value.path().isEmpty() ? key : value.path() + "." + key;
  }

  public boolean has(String key) {
    return entries.containsKey(key);
  }

  /** Reads a value that must be present. */
  public <T> Optional<T> required(String key, Form<T> form) {
    if (!has(key)) {
      broken = true;
      missing.put(key, form.expected());
    }
    return optional(key, form);
  }

  /** Reads a value that may be absent. */
  public <T> Optional<T> optional(String key, Form<T> form) {
    known.add(key);
    Node node = entries.get(key);
    if (node == null) {
      return Optional.empty();
    }
    Optional<T> read = form.read(new Value(node, path(key), reading()));
    broken |= read.isEmpty();
    return read;
  }

  /** Reads a value that has a default if it is absent. */
  public <T> Optional<T> optional(String key, Form<T> form, T otherwise) {
    Optional<T> read = optional(key, form);
    return has(key) ? read : Optional.of(otherwise);
  }

  private void reportMissing(String key, Text expected) {
    reading()
        .error(
            ManifestCode.KEY_MISSING,
            value.path(),
            Message.of(
                "manifest.key-missing", "path", path(key), "key", key, "expected", expected));
  }

  private void reportUnknown(String key) {
    fail(
        ManifestCode.KEY_UNKNOWN,
        lines.getOrDefault(key, 1),
        new Message(
            Text.of("manifest.key-unknown", "key", Reading.shortened(key), "group", group()),
            known(key)));
  }

  private Text known(String written) {
    List<String> words = List.copyOf(known);
    return NearestWord.to(written, known)
        .map(nearest -> Text.of("manifest.key-nearest", "nearest", nearest, "known", words))
        .orElseGet(() -> Text.of("manifest.key-known", "known", words));
  }

  /** Reports a contradiction between values of this group. */
  public void contradiction(ManifestCode code, String key, Message message) {
    broken = true;
    reading().error(code, path(key), message);
  }

  /**
   * Reports missing and unknown keys, then makes the record unless something in this group was
   * wrong.
   */
  public <T> Optional<T> complete(Supplier<T> record) {
    List<String> unknown = entries.keySet().stream().filter(key -> !known.contains(key)).toList();
    // A mistyped key is one mistake, which the unknown key reports with its right spelling.
    unknown.forEach(key -> NearestWord.to(key, known).ifPresent(missing::remove));
    missing.forEach(this::reportMissing);
    unknown.forEach(this::reportUnknown);
    return broken ? Optional.empty() : Optional.of(record.get());
  }
}
