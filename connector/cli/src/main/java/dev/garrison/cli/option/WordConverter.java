package dev.garrison.cli.option;

import dev.garrison.diagnostic.Worded;
import dev.garrison.language.Text;
import java.util.Iterator;
import java.util.List;
import picocli.CommandLine.ITypeConverter;

/** Reads one of some words from the command line, and names all of them for completion. */
public abstract class WordConverter<T extends Worded>
    implements ITypeConverter<T>, Iterable<String> {
  private final List<? extends T> known;

  /** Takes any of these. */
  protected WordConverter(T[] known) {
    this(List.of(known));
  }

  /** Takes any of these. */
  protected WordConverter(List<? extends T> known) {
    this.known = known;
  }

  @Override
  public T convert(String word) {
    for (T each : known) {
      if (each.word().equals(word)) {
        return each;
      }
    }
    throw new ValueRefusal(
        Text.of("value.word", "value", word, "known", known.stream().map(Worded::word).toList()));
  }

  @Override
  public Iterator<String> iterator() {
    return known.stream().map(Worded::word).iterator();
  }
}
