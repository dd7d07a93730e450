package dev.garrison.manifest.yaml;

import dev.garrison.language.Message;
import dev.garrison.language.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Form of a value of the manifest: a description for messages, and the reading of the value. */
public interface Form<T> {
  /** Expected value, as a noun phrase that can follow "Write". */
  Text expected();

  /** Reads the value; empty after a problem has been reported. */
  Optional<T> read(Value value);

  /** Form of a list with at least this number of entries. */
  static <T> Form<List<T>> listOf(Form<T> entry, int atLeast) {
    return new Form<>() {
      @Override
      public Text expected() {
        return Text.of("manifest-form.list", "entry", entry.expected());
      }

      @Override
      public Optional<List<T>> read(Value value) {
        if (!(value.node() instanceof SequenceNode sequence)
            || !sequence.getTag().equals(Tag.SEQ)) {
          value.wrongKind(this);
          return Optional.empty();
        }
        if (sequence.getValue().size() < atLeast) {
          value.refuse(
              new Message(
                  Text.of("manifest.list-empty", "path", value.path()),
                  Text.of("manifest.write", "expected", expected())));
          return Optional.empty();
        }
        List<T> entries = new ArrayList<>();
        int index = 0;
        for (Node node : sequence.getValue()) {
          Value item = new Value(node, value.path() + "[" + index + "]", value.reading());
          value.reading().place(item.path(), lineOf(node));
          entry.read(item).ifPresent(entries::add);
          index++;
        }
        return entries.size() == index ? Optional.of(List.copyOf(entries)) : Optional.empty();
      }
    };
  }

  /** Form of a group of keys that becomes one record. */
  static <T> Form<T> section(Text expected, Function<Mapping, Optional<T>> record) {
    return new Form<>() {
      @Override
      public Text expected() {
        return expected;
      }

      @Override
      public Optional<T> read(Value value) {
        if (value.node() instanceof MappingNode node && node.getTag().equals(Tag.MAP)) {
          return record.apply(Mapping.open(value, node));
        }
        value.wrongKind(this);
        return Optional.empty();
      }
    };
  }

  /** Line of a node, counted from 1. */
  static int lineOf(Node node) {
    return node.getStartMark().map(Mark::getLine).orElse(0) + 1;
  }
}
