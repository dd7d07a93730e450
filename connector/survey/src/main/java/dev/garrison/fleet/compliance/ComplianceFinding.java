package dev.garrison.fleet.compliance;

import dev.garrison.fleet.Server;
import dev.garrison.fleet.Verdict;
import java.util.List;

/**
 * How one server compares with the manifest.
 *
 * @param deviations what differs; none unless it differs
 */
public record ComplianceFinding(
    Server server, Verdict verdict, Outcome outcome, List<Deviation> deviations) {
  /** In a word. */
  public enum Outcome {
    DIFFERS("not as the manifest says"),
    AS_WANTED("as it says"),
    /** Onboarded as far as older facts tell, and it did not answer when it was asked itself. */
    NO_ANSWER("without an answer"),
    /** Not onboarded, and its ring's deadline has not passed, or the ring has not opened. */
    NOT_DUE("not due yet"),
    /** An exception, or a record that another one replaced. */
    LEFT_OUT("left out");

    private final String words;

    Outcome(String words) {
      this.words = words;
    }

    /** Behind a number of servers. */
    public String words() {
      return words;
    }
  }

  public ComplianceFinding {
    deviations = List.copyOf(deviations);
  }
}
