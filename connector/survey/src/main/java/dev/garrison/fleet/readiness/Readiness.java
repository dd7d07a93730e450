package dev.garrison.fleet.readiness;

import dev.garrison.diagnostic.Worded;
import java.util.Comparator;
import java.util.List;

/**
 * Whether a server is ready.
 *
 * @param findings what was found, the graver first
 */
public record Readiness(State state, List<Finding> findings) {
  /** What a server is. */
  public enum State implements Worded {
    READY,
    /** It needs nothing any more. */
    ONBOARDED,
    NOT_READY,
    /** Something is not known, and nothing is known to be missing. */
    UNKNOWN,
    APART
  }

  public Readiness {
    findings = List.copyOf(findings);
  }

  /** What follows from findings: nothing is ready by what nobody knows. */
  static Readiness of(List<Finding> findings) {
    List<Finding> sorted =
        findings.stream()
            .sorted(Comparator.comparing(Finding::level).thenComparing(Finding::what))
            .toList();
    if (sorted.isEmpty()) {
      return new Readiness(State.READY, sorted);
    }
    return new Readiness(
        switch (sorted.getFirst().level()) {
          case APART -> State.APART;
          case NOT_READY -> State.NOT_READY;
          case UNKNOWN -> State.UNKNOWN;
          case NOTE -> State.READY;
        },
        sorted);
  }
}
