package dev.garrison.runscript;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.engine.resource.Address;
import dev.garrison.language.Message;
import dev.garrison.language.Text;
import dev.garrison.mecm.adminservice.AdminServiceException;
import dev.garrison.mecm.adminservice.FailureKind;
import dev.garrison.mecm.script.RunScripts;
import dev.garrison.runscript.ScriptRunner.Report;
import dev.garrison.runscript.ScriptRunner.Waiting;
import dev.garrison.runscript.TestResult.Outcome;
import dev.garrison.session.Session;
import dev.garrison.session.WriteSession.Deeds;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Runs the approved script on one server after the other, and collects their results. If a problem
 * occurs after the first was sent, the report still has the results of all of them.
 */
final class ScriptRun {
  private static final String RUN = "RUN";
  private static final String NOT_TRIED = Text.of("test-result.not-tried").toString();
  private static final Duration INTERVAL = Duration.ofSeconds(10);

  /** Statuses with which a site rejects a request before it does anything. */
  private static final Set<Integer> TURNED_DOWN = Set.of(400, 401, 403, 404);

  private static final Set<FailureKind> HELD_BACK =
      Set.of(FailureKind.UNAVAILABLE, FailureKind.SET_ASIDE, FailureKind.NO_FREE_PLACE);

  private final Session session;
  private final RunScripts scripts;
  private final ScriptLibrary library;
  private final TestKind kind;
  private final Deeds deeds;
  private Optional<Diagnostic> stopped = Optional.empty();

  ScriptRun(
      Session session, RunScripts scripts, ScriptLibrary library, TestKind kind, Deeds deeds) {
    this.session = session;
    this.scripts = scripts;
    this.library = library;
    this.kind = kind;
    this.deeds = deeds;
  }

  Report run(List<TestServer> servers, String guid, Duration timeout, Waiting waiting)
      throws InterruptedException {
    List<TestResult> results = sent(servers, guid);
    await(results, timeout, waiting);
    try {
      tell(results);
    } catch (RefusalException refusal) {
      stop(refusal);
    }
    return new Report(results, deeds.run(), deeds.head(), stopped);
  }

  private void tell(List<TestResult> results) {
    int ran = 0;
    int open = 0;
    for (TestResult result : results) {
      if (result.operation().isPresent()) {
        deeds.told(
            subject(result.server()),
            RUN,
            result.outcome().word(),
            result.words(),
            Map.of("operation", String.valueOf(result.operation().getAsLong())));
      }
      ran += result.isWell() ? 1 : 0;
      open += result.outcome().isOpen() ? 1 : 0;
    }
    deeds.end(ran, results.size() - ran - open, open);
  }

  private static Address subject(TestServer server) {
    return new Address("server", server.name());
  }

  private void stop(RefusalException refusal) {
    if (stopped.isEmpty()) {
      stopped =
          Optional.of(
              Diagnostic.error(
                  TestCode.TEST_STOPPED,
                  Message.of(
                      "server-test.stopped",
                      "problem",
                      refusal.diagnostics().getFirst().message().problem())));
    }
  }

  /**
   * Sends the script in order, and stops after the first server that the site may not have taken.
   */
  private List<TestResult> sent(List<TestServer> servers, String guid) {
    List<TestResult> results = new ArrayList<>();
    boolean goesOn = true;
    for (TestServer server : servers) {
      if (goesOn) {
        TestResult result = journaled(server, guid);
        results.add(result);
        goesOn = result.operation().isPresent() && stopped.isEmpty();
      } else {
        results.add(none(server, Outcome.NOT_STARTED, NOT_TRIED));
      }
    }
    return results;
  }

  private static TestResult none(TestServer server, Outcome outcome, String words) {
    return TestResult.of(server, OptionalLong.empty(), outcome, words);
  }

  private TestResult journaled(TestServer server, String guid) {
    Map<String, String> facts =
        Map.of("guid", guid, "sha256", library.digest(), "resourceId", String.valueOf(server.id()));
    try {
      library.requireUnchanged(guid);
      deeds.about(subject(server), RUN, facts);
    } catch (RefusalException refusal) {
      stop(refusal);
      return none(server, Outcome.NOT_STARTED, NOT_TRIED);
    }
    TestResult result = send(server, guid);
    try {
      tell(result, guid, facts);
    } catch (RefusalException refusal) {
      stop(refusal);
    }
    return result;
  }

  private TestResult send(TestServer server, String guid) {
    try {
      OptionalLong operation = scripts.run(server.id(), guid);
      return operation.isPresent()
          ? TestResult.of(
              server, operation, Outcome.PENDING, Text.of("test-result.unheard").toString())
          : none(server, Outcome.UNKNOWN, Text.of("test-result.no-number").toString());
    } catch (AdminServiceException failure) {
      return refused(server, failure);
    }
  }

  /**
   * Result of a failed request. Only a request that the site surely rejected, or that was never
   * sent, counts as not started.
   */
  private static TestResult refused(TestServer server, AdminServiceException failure) {
    boolean notSent = failure.status() == 0 && HELD_BACK.contains(failure.kind());
    String problem = problem(failure);
    if (!notSent && !TURNED_DOWN.contains(failure.status())) {
      return none(
          server,
          Outcome.UNKNOWN,
          failure.kind() == FailureKind.LOST_ANSWER
              ? Text.of("test-result.unsure").toString()
              : Text.of("test-result.unsure-problem", "problem", problem).toString());
    }
    return none(
        server,
        Outcome.NOT_STARTED,
        failure.kind() == FailureKind.ACCESS_DENIED
            ? Text.of("test-result.denied").toString()
            : problem);
  }

  private static String problem(AdminServiceException failure) {
    return failure.diagnostics().getFirst().problem().replaceFirst("\\.$", "");
  }

  private void tell(TestResult result, String guid, Map<String, String> facts) {
    if (result.operation().isEmpty()) {
      deeds.told(subject(result.server()), RUN, result.outcome().word(), result.words(), facts);
      return;
    }
    long operation = result.operation().getAsLong();
    Map<String, String> more = new LinkedHashMap<>(facts);
    more.put("operation", String.valueOf(operation));
    deeds.told(
        subject(result.server()),
        RUN,
        "started",
        "operation %d, script %s, SHA-256 %s".formatted(operation, guid, library.digest()),
        more);
  }

  private void await(List<TestResult> results, Duration timeout, Waiting waiting)
      throws InterruptedException {
    Instant end = session.localTime().plus(timeout);
    Duration paused = Duration.ZERO;
    while (results.stream().anyMatch(result -> result.outcome().isOpen())
        && session.localTime().isBefore(end)
        && paused.compareTo(timeout) < 0) {
      Duration left = timeout.minus(paused);
      Duration next = left.compareTo(INTERVAL) < 0 ? left : INTERVAL;
      waiting.pause(next);
      paused = paused.plus(next);
      results.replaceAll(before -> before.outcome().isOpen() ? seen(before, waiting) : before);
    }
  }

  private TestResult seen(TestResult before, Waiting waiting) {
    TestResult now = look(before);
    if (now.outcome() != before.outcome()) {
      waiting.heard(now);
    }
    return now;
  }

  private TestResult look(TestResult before) {
    long operation = before.operation().orElseThrow();
    try {
      return scripts
          .report(operation, before.server().id())
          .map(report -> kind.result(before.server(), operation, report))
          .orElseGet(() -> waitingFor(before));
    } catch (AdminServiceException failure) {
      return TestResult.of(
          before.server(),
          before.operation(),
          Outcome.PENDING,
          Text.of("test-result.unreadable", "problem", problem(failure)).toString());
    }
  }

  private TestResult waitingFor(TestResult before) {
    return scripts.isOffline(before.operation().orElseThrow())
        ? TestResult.of(
            before.server(),
            before.operation(),
            Outcome.OFFLINE,
            Text.of("test-result.offline").toString())
        : TestResult.of(
            before.server(),
            before.operation(),
            Outcome.PENDING,
            Text.of("test-result.unheard").toString());
  }
}
