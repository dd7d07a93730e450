package dev.garrison.cli.init;

import dev.garrison.manifest.draft.FirstAnswer;
import dev.garrison.manifest.draft.FirstAnswers;
import dev.garrison.manifest.draft.FirstQuestion;
import dev.garrison.survey.NamesOnSite;
import dev.garrison.survey.ring.CollectionFact;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Names that the site offers for questions. The site is read when the first of these comes. */
final class Offers {
  private final Function<FirstAnswers, Optional<NamesOnSite>> site;
  private Optional<NamesOnSite> read = Optional.empty();
  private boolean tried;

  /**
   * @param site reads the site with the answers so far; empty if it can't be read
   */
  Offers(Function<FirstAnswers, Optional<NamesOnSite>> site) {
    this.site = site;
  }

  /** The names for a question; empty if its answer is no name, or the site isn't read. */
  Optional<OfferedNames> of(FirstQuestion question) {
    return switch (question.answer()) {
      case DISTRIBUTION_GROUP -> read(question).map(Offers::groups);
      case LIMITING_COLLECTION, RING_COLLECTION ->
          read(question).map(names -> collections(names, used(question, names)));
      default -> Optional.empty();
    };
  }

  /** The members of the collection of the question's ring, if the site was read. */
  OptionalLong members(FirstQuestion question) {
    Optional<CollectionFact> collection =
        question
            .given()
            .of(FirstAnswer.RING_COLLECTION, question.ring())
            .flatMap(name -> read.flatMap(names -> names.collections().only(name)));
    return collection.map(fact -> OptionalLong.of(fact.members())).orElse(OptionalLong.empty());
  }

  private Optional<NamesOnSite> read(FirstQuestion question) {
    if (!tried) {
      tried = true;
      read = site.apply(question.given());
    }
    return read;
  }

  private static OfferedNames groups(NamesOnSite names) {
    return new OfferedNames(
        names.groups().stream()
            .map(name -> new OfferedNames.Name(name, "", OptionalLong.empty()))
            .toList(),
        Set.of());
  }

  private static OfferedNames collections(NamesOnSite names, Set<String> used) {
    List<CollectionFact> suitable =
        names.collections().foreign().stream().filter(fact -> !fact.builtIn()).toList();
    Set<String> unsuitable =
        Stream.concat(
                names.collections().ours().stream(),
                names.collections().foreign().stream().filter(CollectionFact::builtIn))
            .flatMap(fact -> Stream.of(fact.name(), fact.id()))
            .map(name -> name.toLowerCase(Locale.ROOT))
            .collect(Collectors.toSet());
    return new OfferedNames(
        suitable.stream()
            .filter(fact -> !used.contains(fact.id()))
            .map(fact ->
                new OfferedNames.Name(fact.name(), fact.id(), OptionalLong.of(fact.members())))
            .toList(),
        unsuitable);
  }

  /** IDs of the collections that other answers name. */
  private static Set<String> used(FirstQuestion question, NamesOnSite names) {
    Set<String> used = new HashSet<>();
    FirstAnswers given = question.given();
    Stream.concat(
            given.ofRings(FirstAnswer.RING_COLLECTION).stream(),
            given.of(FirstAnswer.LIMITING_COLLECTION, 0).stream())
        .forEach(name -> names.collections().only(name).ifPresent(fact -> used.add(fact.id())));
    return used;
  }
}
