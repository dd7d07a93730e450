package dev.garrison.cli.lab;

import dev.garrison.cli.option.ValueRefusal;
import dev.garrison.cli.option.WordConverter;
import dev.garrison.language.Text;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.StringTokenizer;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;

/** A fault of a lab, such as {@code install FS01}. */
record LabFault(LabFaultKind kind, List<String> servers) {
  private static final WordConverter<LabFaultKind> KINDS = new LabFaultKind.Converter();

  /** Reads the text of a control request: the kind, then servers. */
  static LabFault of(String text) {
    StringTokenizer words = new StringTokenizer(text);
    LabFaultKind kind = KINDS.convert(words.hasMoreTokens() ? words.nextToken() : "");
    List<String> servers = new ArrayList<>();
    while (words.hasMoreTokens()) {
      servers.add(words.nextToken().toUpperCase(Locale.ROOT));
    }
    if (kind.ofServers() && servers.isEmpty()) {
      throw new ValueRefusal(Text.of("value.fault-servers", "kind", kind.word()));
    }
    if (!kind.ofServers() && !servers.isEmpty()) {
      throw new ValueRefusal(Text.of("value.fault-everywhere", "kind", kind.word()));
    }
    return new LabFault(kind, List.copyOf(servers));
  }

  /** Text of the fault. */
  String text() {
    return String.join(" ", Stream.concat(Stream.of(kind.word()), servers.stream()).toList());
  }

  /** Reads {@code KIND} or {@code KIND=SERVER,SERVER}. */
  static final class Converter implements ITypeConverter<LabFault>, Iterable<String> {
    /** The kinds; servers follow those that need them. */
    @Override
    public Iterator<String> iterator() {
      return KINDS.iterator();
    }

    @Override
    public LabFault convert(String text) {
      return of(text.replace('=', ' ').replace(',', ' '));
    }
  }
}
