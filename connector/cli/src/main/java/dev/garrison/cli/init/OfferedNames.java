package dev.garrison.cli.init;

import dev.garrison.diagnostic.NearestWord;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;

/** Names on the site that may answer a question, and what an answer refers to. */
final class OfferedNames {
  private final List<Name> names;
  private final Set<String> unsuitable;

  /**
   * @param unsuitable names and IDs of objects that exist but can't be used, in lower case
   */
  OfferedNames(List<Name> names, Set<String> unsuitable) {
    this.names =
        names.stream()
            .sorted(Comparator.comparing(Name::name, String.CASE_INSENSITIVE_ORDER))
            .toList();
    this.unsuitable = Set.copyOf(unsuitable);
  }

  /**
   * A name on the site.
   *
   * @param id its ID; empty where an ID is no answer
   * @param members of a collection
   */
  record Name(String name, String id, OptionalLong members) {}

  /** An answer, compared with the names. */
  sealed interface Meaning {}

  /** One of the names or IDs, as the site spells it. */
  record Exactly(String spelling, Name name) implements Meaning {}

  /** A part of these names. */
  record PartOf(List<Name> matches) implements Meaning {}

  /** An object that can't be used. */
  record Unsuitable() implements Meaning {}

  /** No name, but perhaps close to one. */
  record Unknown(Optional<String> nearest) implements Meaning {}

  /** All names, sorted. */
  List<Name> all() {
    return names;
  }

  /**
   * Compares an answer, without regard to case.
   *
   * @param shown the names that are on the screen, numbered from 1
   */
  Meaning meaning(String answer, List<Name> shown) {
    for (int number = 1; number <= shown.size(); number++) {
      if (answer.equals(String.valueOf(number))) {
        Name name = shown.get(number - 1);
        return new Exactly(name.name(), name);
      }
    }
    Optional<Meaning> exactly =
        first(name -> name.name().equalsIgnoreCase(answer))
            .<Meaning>map(name -> new Exactly(name.name(), name))
            .or(() ->
                first(name -> name.id().equalsIgnoreCase(answer))
                    .map(name -> new Exactly(name.id(), name)));
    if (exactly.isPresent()) {
      return exactly.get();
    }
    String part = answer.toLowerCase(Locale.ROOT);
    if (unsuitable.contains(part)) {
      return new Unsuitable();
    }
    List<Name> matches =
        names.stream().filter(name -> name.name().toLowerCase(Locale.ROOT).contains(part)).toList();
    return matches.isEmpty()
        ? new Unknown(NearestWord.to(answer, names.stream().map(Name::name).toList()))
        : new PartOf(matches);
  }

  private Optional<Name> first(Predicate<Name> wanted) {
    return names.stream().filter(wanted).findFirst();
  }
}
