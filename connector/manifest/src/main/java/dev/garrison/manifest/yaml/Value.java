package dev.garrison.manifest.yaml;

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
        named() + " is " + kind() + ".",
        "Write " + form.expected() + (quotesHelp ? ", in quotes." : "."));
  }

  public void refuse(String problem, String remedy) {
    reading.error(ManifestCode.VALUE_REFUSED, path, problem, remedy);
  }

  /** Refuses the text of a scalar and shows it. */
  public void refuseText(ManifestCode code, String text, String why, String remedy) {
    reading.error(code, path, named() + " is " + Reading.shown(text) + why, remedy);
  }

  public String named() {
    return path.isEmpty() ? "The manifest" : "'" + path + "'";
  }

  private String kind() {
    return switch (node) {
      case MappingNode map when map.getTag().equals(Tag.MAP) -> "a group of keys";
      case SequenceNode list when list.getTag().equals(Tag.SEQ) -> "a list";
      case ScalarNode scalar -> kind(scalar);
      default -> tagged(node.getTag());
    };
  }

  private static String kind(ScalarNode scalar) {
    Tag tag = scalar.getTag();
    if (tag.equals(Tag.NULL)) {
      return "empty";
    }
    if (tag.equals(Tag.STR)) {
      return "the text " + Reading.shown(scalar.getValue());
    }
    if (tag.equals(Tag.BOOL)) {
      return "the truth value " + Reading.shown(scalar.getValue());
    }
    if (tag.equals(Tag.INT) || tag.equals(Tag.FLOAT)) {
      return "the number " + Reading.shown(scalar.getValue());
    }
    return tagged(tag);
  }

  private static String tagged(Tag tag) {
    return "marked with the YAML tag " + Reading.shown(tag.getValue());
  }
}
