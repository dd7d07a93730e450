package dev.garrison.fleet.readiness;

import dev.garrison.diagnostic.Worded;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Readiness of a server for onboarding.
 *
 * @param findings sorted by severity, the worst first
 */
public record Readiness(State state, List<Finding> findings) {
  /** Readiness state of a server. */
  public enum State implements Worded {
    READY,
    /** The server is already onboarded. */
    ONBOARDED,
    NOT_READY,
    /** Facts are unknown, and none is known to be missing. */
    UNKNOWN,
    APART
  }

  public Readiness {
    findings = List.copyOf(findings);
  }

  /** The finding that makes the server not ready, if one does. */
  public Optional<Finding> lacking() {
    return state == State.NOT_READY ? Optional.of(findings.getFirst()) : Optional.empty();
  }

  /** Determines the readiness from findings; unknown facts never make a server ready. */
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
