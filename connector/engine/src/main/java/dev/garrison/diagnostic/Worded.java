package dev.garrison.diagnostic;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A constant of an enum that files, options and answers spell with a word of its own. */
public interface Worded {
  /** The constant's name, as its enum gives it. */
  String name();

  /** Its word: the name in lower case with hyphens, where the enum says no other. */
  default String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The constant of this word. */
  static <E extends Enum<E> & Worded> Optional<E> of(Class<E> kind, String word) {
    return Arrays.stream(kind.getEnumConstants())
        .filter(each -> each.word().equals(word))
        .findFirst();
  }

  /** The same where it must be one, as in what Garrison itself has written. */
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
