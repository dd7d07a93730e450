package dev.garrison.recipe.ring;

import dev.garrison.engine.resource.Address;
import dev.garrison.engine.resource.Desired;
import dev.garrison.engine.resource.Wanted;
import dev.garrison.mecm.collection.DeviceCollection;
import dev.garrison.mecm.refresh.Evaluation;
import dev.garrison.survey.ring.CollectionFact;
import dev.garrison.survey.ring.RingFacts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Requests again evaluations of managed collections that were lost after a change. A connection may
 * break between the change and its evaluation. Nothing else would show that, and the servers would
 * join at the next full evaluation, which may be a week away.
 *
 * @param facts with the times at which the collections changed
 * @param asOf the time of the decision
 */
public record OverdueEvaluations(RingFacts facts, Instant asOf) {
  /** Time for an evaluation: the site needs seconds, a central administration site some minutes. */
  private static final Duration IN_TIME = Duration.ofMinutes(15);

  /**
   * The evaluations to request.
   *
   * @param collections the wanted collections
   * @param others other wanted objects; an evaluation among them is not wanted twice
   */
  public List<Wanted<?>> of(List<Wanted<?>> collections, List<Wanted<?>> others) {
    Set<Address> known = others.stream().map(Wanted::address).collect(Collectors.toSet());
    return collections.stream()
        .map(Wanted::desired)
        .flatMap(desired -> name(desired).stream())
        .filter(this::isOverdue)
        .filter(name -> !known.contains(Evaluation.address(name)))
        .<Wanted<?>>map(OverdueEvaluations::wanted)
        .toList();
  }

  private static Optional<String> name(Desired<?> desired) {
    return desired instanceof Desired.Present<?>(DeviceCollection state)
        ? Optional.of(state.name())
        : Optional.empty();
  }

  private boolean isOverdue(String name) {
    return facts
        .collection(name)
        .flatMap(CollectionFact::unevaluated)
        .filter(changed -> changed.plus(IN_TIME).isBefore(asOf))
        .isPresent();
  }

  private static Wanted<Evaluation> wanted(String name) {
    return new Wanted<>(
        Evaluation.address(name),
        new Desired.Present<>(Evaluation.of(name, Set.of())),
        Set.of(DeviceCollection.address(name)));
  }
}
