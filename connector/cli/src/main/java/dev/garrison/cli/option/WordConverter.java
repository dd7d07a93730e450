package dev.garrison.cli.option;

import dev.garrison.diagnostic.Worded;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads one of some words from the command line, and names all of them for completion. */
public abstract class WordConverter<T extends Worded>
    implements ITypeConverter<T>, Iterable<String> {
  private final List<? extends T> known;
  private final String refusal;

  /** Takes any of these. */
  protected WordConverter(T[] known) {
    this(List.of(known), "expected one of %2$s but was '%1$s'");
  }

  /**
   * @param refusal what to say of another word, with places for that word and for the known ones
   */
  protected WordConverter(List<? extends T> known, String refusal) {
    this.known = known;
    this.refusal = refusal;
  }

  @Override
  public T convert(String word) {
    for (T each : known) {
      if (each.word().equals(word)) {
        return each;
      }
    }
    throw new TypeConversionException(
        refusal.formatted(
            word, known.stream().map(Worded::word).collect(Collectors.joining(", "))));
  }

  @Override
  public Iterator<String> iterator() {
    return known.stream().map(Worded::word).iterator();
  }
}
