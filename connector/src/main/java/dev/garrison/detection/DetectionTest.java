package dev.garrison.detection;

import dev.garrison.detection.TestResult.Outcome;
import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.engine.resource.Address;
import dev.garrison.json.Json;
import dev.garrison.mecm.adminservice.AdminService;
import dev.garrison.mecm.adminservice.AdminServiceException;
import dev.garrison.mecm.adminservice.FailureKind;
import dev.garrison.mecm.script.RunScripts;
import dev.garrison.session.Session;
import dev.garrison.session.Writing;
import dev.garrison.session.Writing.Deeds;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Microsoft's detection test, run through Run Scripts as the system of each server. Whether a
 * sensor that is started so raises the alert is inferred: Microsoft describes a command prompt of
 * an administrator. Nothing of it can be taken back, so each step is journaled before it is taken.
 *
 * @see <a href="https://learn.microsoft.com/defender-endpoint/run-detection-test">Run a detection
 *     test</a>
 */
public final class DetectionTest {
  private static final String RUN = "RUN";
  private static final Duration INTERVAL = Duration.ofSeconds(10);

  private final Session session;
  private final AdminService service;
  private final RunScripts scripts;
  private final Supplier<DetectionScript> script;
  private final Reading reading;

  /**
   * @param script reads our script, signed where the manifest says so
   * @param tenant the manifest's
   */
  public DetectionTest(
      Session session,
      AdminService service,
      RunScripts scripts,
      Supplier<DetectionScript> script,
      String tenant) {
    this.session = session;
    this.service = service;
    this.scripts = scripts;
    this.script = script;
    this.reading = new Reading(new Json(), tenant);
  }

  /**
   * What was asked for.
   *
   * @param names of servers
   * @param most how many there may be
   */
  public record Request(List<String> names, int most, Optional<String> changeId) {
    public Request {
      names = names.stream().distinct().toList();
    }
  }

  /** Who waits. */
  public interface Waiting {
    /** Lets time pass. */
    void pause(Duration duration) throws InterruptedException;

    /** A server's result, as soon as it is known. */
    void heard(TestResult result);
  }

  /**
   * What would run, and where. Writes nothing.
   *
   * @throws RefusalException with everything that speaks against it
   */
  public DetectionPlan plan(Request request) {
    if (request.names().size() > request.most()) {
      throw new RefusalException(
          Diagnostic.error(
              DetectionCode.TOO_MANY_TO_TEST,
              "%d servers are named, and at most %d may be at once."
                  .formatted(request.names().size(), request.most()),
              "Every server raises an alert that somebody has to look at. Name fewer, or say --max-devices."));
    }
    DetectionScript ours = script.get();
    Library library = new Library(scripts, ours);
    library.requireOffered();
    List<TestServer> servers = new Servers(service, session.fleet()).named(request.names());
    ScriptStanding standing = library.standing();
    return new DetectionPlan(session.siteCode(), ours, standing, servers);
  }

  /**
   * Runs what was shown.
   *
   * @param timeout how long servers are waited for
   * @throws RefusalException when it is not as it was shown, or may not run; then no server was
   *     asked anything
   */
  public Report run(DetectionPlan shown, Request request, Duration timeout, Waiting waiting)
      throws InterruptedException {
    try (Writing writing = session.write()) {
      DetectionPlan plan = plan(request);
      if (!plan.equals(shown)) {
        throw new RefusalException(
            Diagnostic.error(
                DetectionCode.TEST_CHANGED_MEANWHILE,
                "What would run is not what was shown: a server or the script changed meanwhile.",
                "Nothing was run. Run this again and look at it anew."));
      }
      plan.standing()
          .obstacle(plan.script().name())
          .ifPresent(why -> {
            throw new RefusalException(why);
          });
      try (Deeds deeds = writing.deeds(basis(plan), request.changeId())) {
        return run(plan, timeout, waiting, deeds);
      }
    }
  }

  /**
   * What became of it.
   *
   * @param run its name in the journal
   * @param head the journal's newest line
   */
  public record Report(List<TestResult> results, String run, String head) {
    public Report {
      results = List.copyOf(results);
    }
  }

  private Report run(DetectionPlan plan, Duration timeout, Waiting waiting, Deeds deeds)
      throws InterruptedException {
    String guid;
    try {
      guid =
          switch (plan.standing()) {
            case ScriptStanding.There there -> there.guid();
            case ScriptStanding.Missing _ ->
                new Library(scripts, plan.script()).made(session.writer(), deeds);
          };
    } catch (RefusalException refusal) {
      deeds.end(0, 1, 0);
      throw refusal;
    }
    List<TestResult> results = sent(plan, guid, deeds);
    await(results, timeout, waiting);
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
    return new Report(results, deeds.run(), deeds.head());
  }

  /** What was agreed to, as far as it decides what runs and where. */
  private static String basis(DetectionPlan plan) {
    return Stream.concat(
            Stream.of(plan.site(), plan.script().digest().hex()),
            plan.servers().stream().map(TestServer::name))
        .collect(Collectors.joining("\n"));
  }

  private static Address subject(TestServer server) {
    return new Address("server", server.name());
  }

  /** A site that denies it to one server denies it to all. */
  private List<TestResult> sent(DetectionPlan plan, String guid, Deeds deeds) {
    List<TestResult> results = new ArrayList<>();
    boolean denied = false;
    for (TestServer server : plan.servers()) {
      TestResult result =
          denied
              ? TestResult.of(
                  server, OptionalLong.empty(), Outcome.NOT_STARTED, "it was not tried any more")
              : send(server, guid, plan.script(), deeds);
      results.add(result);
      denied |= result.outcome() == Outcome.NOT_STARTED;
    }
    return results;
  }

  private TestResult send(TestServer server, String guid, DetectionScript ours, Deeds deeds) {
    Map<String, String> facts =
        Map.of(
            "guid", guid, "sha256", ours.digest().hex(), "resourceId", String.valueOf(server.id()));
    deeds.about(subject(server), RUN, facts);
    TestResult result;
    try {
      OptionalLong operation = scripts.run(server.id(), guid);
      result =
          operation.isPresent()
              ? TestResult.of(server, operation, Outcome.PENDING, "nothing was heard yet")
              : TestResult.of(
                  server,
                  operation,
                  Outcome.UNKNOWN,
                  "the site took it and did not say under which number: look in the console, Monitoring > Script Status");
    } catch (AdminServiceException failure) {
      result = refused(server, failure);
    }
    if (result.operation().isEmpty()) {
      deeds.told(subject(server), RUN, result.outcome().word(), result.words(), facts);
    } else {
      Map<String, String> more = new LinkedHashMap<>(facts);
      more.put("operation", String.valueOf(result.operation().getAsLong()));
      deeds.told(
          subject(server),
          RUN,
          "started",
          "operation %d, script %s, SHA-256 %s"
              .formatted(result.operation().getAsLong(), guid, ours.digest().hex()),
          more);
    }
    return result;
  }

  private static TestResult refused(TestServer server, AdminServiceException failure) {
    boolean lost = failure.kind() == FailureKind.LOST_ANSWER;
    String words =
        failure.kind() == FailureKind.ACCESS_DENIED
            ? "the site denied it: the account may not run scripts (Run Script on Collection, Read on SMS Scripts), or the script is not approved any more"
            : lost
                ? "whether the site took it is not known, so it was not sent again: look in the console, Monitoring > Script Status"
                : failure.diagnostics().getFirst().problem().replaceFirst("\\.$", "");
    return TestResult.of(
        server, OptionalLong.empty(), lost ? Outcome.UNKNOWN : Outcome.NOT_STARTED, words);
  }

  private void await(List<TestResult> results, Duration timeout, Waiting waiting)
      throws InterruptedException {
    Instant end = session.now().plus(timeout);
    Duration paused = Duration.ZERO;
    while (results.stream().anyMatch(result -> result.outcome().isOpen())
        && session.now().isBefore(end)
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
          .map(report -> reading.result(before.server(), operation, report))
          .orElseGet(() -> waitingFor(before));
    } catch (AdminServiceException failure) {
      return TestResult.of(
          before.server(),
          before.operation(),
          Outcome.PENDING,
          "what it reported could not be read: "
              + failure.diagnostics().getFirst().problem().replaceFirst("\\.$", ""));
    }
  }

  private TestResult waitingFor(TestResult before) {
    return scripts.isOffline(before.operation().orElseThrow())
        ? TestResult.of(
            before.server(),
            before.operation(),
            Outcome.OFFLINE,
            "it is off; it runs the script if it is on again within an hour of being asked, and not later")
        : TestResult.of(
            before.server(), before.operation(), Outcome.PENDING, "nothing was heard yet");
  }
}
