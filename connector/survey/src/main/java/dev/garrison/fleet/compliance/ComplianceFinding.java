package dev.garrison.fleet.compliance;

import dev.garrison.fleet.Server;
import dev.garrison.fleet.Verdict;
import java.util.List;

/**
 * Result of the comparison of one server with the manifest.
 *
 * @param deviations the differences; none unless the outcome is that it differs
 */
public record ComplianceFinding(
    Server server, Verdict verdict, Outcome outcome, List<Deviation> deviations) {
  /** Outcome of the comparison. */
  public enum Outcome {
    DIFFERS,
    AS_WANTED,
    /**
     * Onboarded according to older facts, but without an answer when the server itself was asked.
     */
    NO_ANSWER,
    /** Not onboarded, but its ring's deadline has not passed, or the ring has not opened. */
    NOT_DUE,
    /** Excluded by an exception, or a record that another one replaced. */
    LEFT_OUT
  }

  public ComplianceFinding {
    deviations = List.copyOf(deviations);
  }
}
