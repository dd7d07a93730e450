package dev.garrison.runscript;

import dev.garrison.diagnostic.Worded;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Result of the test on one server.
 *
 * @param operation its number on the site; empty where the site did not take it
 * @param words for people, a sentence without its full stop
 * @param exitCode as the site shows it
 * @param code of the script itself: 0, or one of docs/reference/server-scripts.md
 * @param tenant to which its sensor reports, as the script saw it
 * @param hosts the results for hosts
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
   * Result for one host.
   *
   * @param why the issuer of the certificate that it showed, or the failure
   */
  public record Host(String name, boolean reached, String why) {}

  /** Outcome of the test, in one word. */
  public enum Outcome implements Worded {
    /** The test ran, and as far as the server can tell, its result is as expected. */
    RAN,
    /** The test ran, and a host was not reached. */
    NOT_REACHED,
    /** The script checked the server first, and did not run the test. */
    LEFT,
    /** The script failed, or the site's report is not understood. */
    FAILED,
    /** The site did not take the request. */
    NOT_STARTED,
    /** The site's answer was lost or unclear, so it may have taken the request or not. */
    UNKNOWN,
    /** The site reports that the server is off. */
    OFFLINE,
    /** The server has not reported yet. */
    PENDING;

    /** Whether the server may still answer. */
    public boolean isOpen() {
      return this == OFFLINE || this == PENDING;
    }
  }

  /** Whether the test ran with the expected result. */
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
