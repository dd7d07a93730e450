package dev.garrison.engine.plan;

import dev.garrison.digest.Sha256;
import dev.garrison.engine.change.Facts;
import dev.garrison.engine.resource.Kind;
import dev.garrison.engine.resource.Lifetime;
import dev.garrison.engine.resource.Observation;

/** The digest of one observation: two reads of an unchanged object agree on it. */
public final class Fingerprint {
  /** Of what no plan rests on. */
  static final String PASSING = "passing";

  private Fingerprint() {}

  /** That of an observation, as far as a plan rests on it. */
  public static <S extends Record> String of(Kind<S> kind, Observation<S> observation) {
    return kind.lifetime() == Lifetime.PASSING ? PASSING : of(observation);
  }

  /** Sixty-four hexadecimal digits, or a word for what has no content. */
  public static <S extends Record> String of(Observation<S> observation) {
    return switch (observation) {
      case Observation.Missing<S> _ -> "missing";
      case Observation.Ambiguous<S> ambiguous -> "ambiguous:" + ambiguous.ids();
      case Observation.Unreadable<S>(String why) -> "unreadable:" + why;
      case Observation.Found<S> found ->
          Sha256.of(
                  String.join(
                      "\n",
                      Facts.of(found.state()).canonical(),
                      "owner " + found.owner(),
                      "id " + found.id(),
                      "rest " + Sha256.of(found.unmodelled())))
              .hex();
    };
  }
}
