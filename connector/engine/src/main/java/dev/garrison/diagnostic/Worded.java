package dev.garrison.diagnostic;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Enum constant that files, options and answers write as a word of its own. */
public interface Worded {
  /** The name of the constant in its enum. */
  String name();

  /**
   * The word of the constant: its name in lower case with hyphens, unless the enum defines another.
   */
  default String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Finds the constant with this word. */
  static <E extends Enum<E> & Worded> Optional<E> of(Class<E> kind, String word) {
    return Arrays.stream(kind.getEnumConstants())
        .filter(each -> each.word().equals(word))
        .findFirst();
  }

  /** Finds the constant with this word, which must exist, as in text that Garrison itself wrote. */
  static <E extends Enum<E> & Worded> E required(Class<E> kind, String word) {
    return of(kind, word)
        .orElseThrow(
            () -> new IllegalArgumentException("no %s '%s'".formatted(kind.getSimpleName(), word)));
  }

  /** All words, in the enum's order. */
  static <E extends Enum<E> & Worded> List<String> words(Class<E> kind) {
    return Arrays.stream(kind.getEnumConstants()).map(Worded::word).toList();
  }
}
