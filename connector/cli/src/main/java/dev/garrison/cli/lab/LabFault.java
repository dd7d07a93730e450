package dev.garrison.cli.lab;

import dev.garrison.cli.option.ValueRefusal;
import dev.garrison.cli.option.WordConverter;
import dev.garrison.language.Text;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;

/**
 * A fault of a lab, such as {@code install FS01 "Pilot servers"}.
 *
 * @param names of servers, and of collections, which stand for their members
 */
record LabFault(LabFaultKind kind, List<String> names) {
  private static final WordConverter<LabFaultKind> KINDS = new LabFaultKind.Converter();
  private static final String QUOTE = "\"";

  /** Reads the text of a control request: the kind, then names. */
  static LabFault of(String text) {
    List<String> words = words(text);
    return new LabFault(
        KINDS.convert(words.isEmpty() ? "" : words.getFirst()),
        List.copyOf(words.subList(Math.min(1, words.size()), words.size())));
  }

  /** Words between spaces; a name with spaces is in quotation marks. */
  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    boolean quoted = false;
    for (String part : text.split(QUOTE, -1)) {
      Stream.of(quoted ? new String[] {part} : part.split(" ", -1))
          .filter(word -> !word.isBlank())
          .forEach(words::add);
      quoted = !quoted;
    }
    return words;
  }

  /**
   * The fault itself, if it can be caused: with names if its kind needs them, otherwise without.
   */
  LabFault complete() {
    if (kind.ofServers() && names.isEmpty()) {
      throw new ValueRefusal(Text.of("value.fault-servers", "kind", kind.word()));
    }
    if (!kind.ofServers() && !names.isEmpty()) {
      throw new ValueRefusal(Text.of("value.fault-everywhere", "kind", kind.word()));
    }
    return this;
  }

  /** Text of the fault. */
  String text() {
    return String.join(
        " ", Stream.concat(Stream.of(kind.word()), names.stream().map(LabFault::quoted)).toList());
  }

  private static String quoted(String name) {
    return name.contains(" ") ? QUOTE + name + QUOTE : name;
  }

  /** Reads {@code KIND} or {@code KIND=NAME,NAME}. */
  static final class Converter implements ITypeConverter<LabFault>, Iterable<String> {
    /** The kinds; names follow those that need them. */
    @Override
    public Iterator<String> iterator() {
      return KINDS.iterator();
    }

    @Override
    public LabFault convert(String text) {
      int equals = text.indexOf('=');
      return equals < 0
          ? new LabFault(KINDS.convert(text), List.of()).complete()
          : new LabFault(
                  KINDS.convert(text.substring(0, equals)),
                  Stream.of(text.substring(equals + 1).split(",", -1))
                      .map(String::strip)
                      .filter(name -> !name.isEmpty())
                      .toList())
              .complete();
    }
  }
}
