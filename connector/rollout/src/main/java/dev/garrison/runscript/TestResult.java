package dev.garrison.runscript;

import dev.garrison.diagnostic.Worded;
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
  public enum Outcome implements Worded {
    /** The test ran, and what a server can say of it is as it should be. */
    RAN,
    /** The test ran, and a host was not reached. */
    NOT_REACHED,
    /** The script looked first, and left it. */
    LEFT,
    /** The script failed, or the site says something that is not understood. */
    FAILED,
    /** The site did not take it. */
    NOT_STARTED,
    /** The site took it, or not: its answer was lost. */
    UNKNOWN,
    /** The site says that the server is off. */
    OFFLINE,
    /** Nothing was heard yet. */
    PENDING;

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
