package dev.garrison.engine.plan;

import dev.garrison.digest.Sha256;
import dev.garrison.engine.change.Facts;
import dev.garrison.engine.resource.Kind;
import dev.garrison.engine.resource.Lifetime;
import dev.garrison.engine.resource.Observation;

/** Digest of one observation; two reads of an unchanged object give the same digest. */
public final class Fingerprint {
  /** Fingerprint of objects whose state no plan rests on. */
  static final String PASSING = "passing";

  private Fingerprint() {}

  /** Fingerprint of an observation, as far as a plan rests on it. */
  public static <S extends Record> String of(Kind<S> kind, Observation<S> observation) {
    return kind.lifetime() == Lifetime.PASSING ? PASSING : of(observation);
  }

  /**
   * Returns 64 hexadecimal digits for an object that was found, otherwise a word for its status.
   */
  public static <S extends Record> String of(Observation<S> observation) {
    return switch (observation) {
      case Observation.Missing<S> _ -> "missing";
      case Observation.Ambiguous<S> ambiguous -> "ambiguous:" + ambiguous.ids();
      case Observation.Unreadable<S>(String why, _) -> "unreadable:" + why;
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
