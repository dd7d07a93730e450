package dev.garrison.runscript;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What became of the test on one server.
 *
 * @param operation its number at the site; empty where it was not taken
 * @param words for people, a sentence without its full stop
 * @param exitCode as the site shows it
 * @param code of the script itself: 0, or one of docs/operations.md
 * @param tenant that its sensor reports to, as the script saw it
 * @param hosts what it said of hosts
 */
public record TestResult(
    TestServer server,
    OptionalLong operation,
    Outcome outcome,
    String words,
    OptionalLong exitCode,
    OptionalLong code,
    Optional<String> tenant,
    List<Host> hosts) {
  public TestResult {
    hosts = List.copyOf(hosts);
  }

  /**
   * Whether a server reached a host.
   *
   * @param why whose certificate it showed, or what failed
   */
  public record Host(String name, boolean reached, String why) {}

  /** In one word. */
  public enum Outcome {
    /** The test ran, and what a server can say of it is as it should be. */
    RAN("ran"),
    /** The test ran, and a host was not reached. */
    NOT_REACHED("not-reached"),
    /** The script looked first, and left it. */
    LEFT("left"),
    /** The script failed, or the site says something that is not understood. */
    FAILED("failed"),
    /** The site did not take it. */
    NOT_STARTED("not-started"),
    /** The site took it, or not: its answer was lost. */
    UNKNOWN("unknown"),
    /** The site says that the server is off. */
    OFFLINE("offline"),
    /** Nothing was heard yet. */
    PENDING("pending");

    private final String word;

    Outcome(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }

    /** Whether the server may still answer. */
    public boolean isOpen() {
      return this == OFFLINE || this == PENDING;
    }
  }

  /** Whether everything is as it should be. */
  public boolean isWell() {
    return outcome == Outcome.RAN;
  }

  static TestResult of(TestServer server, OptionalLong operation, Outcome outcome, String words) {
    return new TestResult(
        server,
        operation,
        outcome,
        words,
        OptionalLong.empty(),
        OptionalLong.empty(),
        Optional.empty(),
        List.of());
  }
}
