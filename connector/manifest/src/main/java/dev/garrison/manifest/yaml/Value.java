package dev.garrison.manifest.yaml;

import dev.garrison.language.Message;
import dev.garrison.language.Text;
import dev.garrison.manifest.ManifestCode;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * YAML value with its path in the manifest.
 *
 * @param path for example {@code rings[0].maxDevices}; empty for the root of the file
 */
public record Value(Node node, String path, Reading reading) {

  /** Text of a scalar that has one of these YAML tags; otherwise reports the problem. */
  public Optional<String> scalar(Form<?> form, Tag... kinds) {
    if (node instanceof ScalarNode scalar) {
      for (Tag kind : kinds) {
        if (scalar.getTag().equals(kind)) {
          return Optional.of(scalar.getValue());
        }
      }
    }
    wrongKind(form, kinds);
    return Optional.empty();
  }

  public boolean isText(String text) {
    return node instanceof ScalarNode scalar
        && scalar.getTag().equals(Tag.STR)
        && scalar.getValue().equals(text);
  }

  public void wrongKind(Form<?> form, Tag... kinds) {
    boolean quotesHelp =
        kinds.length == 1
            && kinds[0].equals(Tag.STR)
            && List.of(Tag.INT, Tag.FLOAT, Tag.BOOL).contains(node.getTag());
    reading.error(
        ManifestCode.VALUE_OF_WRONG_KIND,
        path,
        new Message(
            path.isEmpty()
                ? Text.of("manifest.wrong-kind-root", "kind", kind())
                : Text.of("manifest.wrong-kind", "path", path, "kind", kind()),
            Text.of(
                quotesHelp ? "manifest.write-quoted" : "manifest.write",
                "expected",
                form.expected())));
  }

  void refuse(Message message) {
    reading.error(ManifestCode.VALUE_REFUSED, path, message);
  }

  /** Refuses the text of a scalar that does not have the form. */
  public void refuseText(String text, Form<?> form) {
    refuse(
        new Message(
            Text.of(
                "manifest.invalid",
                "path",
                path.isEmpty() ? "none" : path,
                "value",
                Reading.shortened(text)),
            Text.of("manifest.write", "expected", form.expected())));
  }

  /**
   * Refuses the text of a scalar and shows it.
   *
   * @param reason a clause that follows the value
   */
  public void refuseText(ManifestCode code, String text, Text reason, Text fix) {
    reading.error(
        code,
        path,
        new Message(
            Text.of(
                "manifest-value.refused",
                "path",
                path,
                "value",
                Reading.shortened(text),
                "reason",
                reason),
            fix));
  }

  private Text kind() {
    return switch (node) {
      case MappingNode map when map.getTag().equals(Tag.MAP) -> Text.of("manifest.kind-group");
      case SequenceNode list when list.getTag().equals(Tag.SEQ) -> Text.of("manifest.kind-list");
      case ScalarNode scalar -> kind(scalar);
      default -> tagged(node.getTag());
    };
  }

  private static Text kind(ScalarNode scalar) {
    Tag tag = scalar.getTag();
    if (tag.equals(Tag.NULL)) {
      return Text.of("manifest.kind-empty");
    }
    if (tag.equals(Tag.STR)) {
      return Text.of("manifest.kind-text", "value", Reading.shortened(scalar.getValue()));
    }
    if (tag.equals(Tag.BOOL)) {
      return Text.of("manifest.kind-truth", "value", Reading.shortened(scalar.getValue()));
    }
    if (tag.equals(Tag.INT) || tag.equals(Tag.FLOAT)) {
      return Text.of("manifest.kind-number", "value", Reading.shortened(scalar.getValue()));
    }
    return tagged(tag);
  }

  private static Text tagged(Tag tag) {
    return Text.of("manifest.kind-tagged", "value", Reading.shortened(tag.getValue()));
  }
}
