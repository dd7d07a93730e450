package dev.garrison.runscript;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.mecm.adminservice.AdminService;
import dev.garrison.mecm.script.RunScripts;
import dev.garrison.session.Session;
import dev.garrison.session.WriteSession;
import dev.garrison.session.WriteSession.Deeds;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A test, run through Run Scripts as the system of each server. Nothing of it can be taken back, so
 * each step is journaled before it is taken.
 */
public final class ScriptRunner {
  private final Session session;
  private final AdminService service;
  private final RunScripts scripts;
  private final TestKind kind;

  public ScriptRunner(Session session, AdminService service, RunScripts scripts, TestKind kind) {
    this.session = session;
    this.service = service;
    this.scripts = scripts;
    this.kind = kind;
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
  public TestPlan plan(Request request) {
    if (request.names().size() > request.most()) {
      throw new RefusalException(
          Diagnostic.error(
              TestCode.TOO_MANY_TO_TEST,
              "%d servers are named, and at most %d may be at once."
                  .formatted(request.names().size(), request.most()),
              kind.burden() + " Name fewer, or say --max-devices."));
    }
    ScriptLibrary.requireOffered(scripts);
    List<TestServer> servers =
        new TargetServers(service, session.fleet(), kind).named(request.names());
    TestScript ours = kind.script(servers);
    ScriptStanding standing = new ScriptLibrary(scripts, ours).standing();
    return new TestPlan(session.siteCode(), ours, standing, servers);
  }

  /**
   * Runs what was shown.
   *
   * @param timeout how long servers are waited for
   * @throws RefusalException when it is not as it was shown, may not run, or the script could not
   *     be made ready; then no server was asked anything. What stops it later stands in the report
   */
  public Report run(TestPlan shown, Request request, Duration timeout, Waiting waiting)
      throws InterruptedException {
    try (WriteSession writing = session.write()) {
      TestPlan plan = plan(request);
      if (!plan.equals(shown)) {
        throw new RefusalException(
            Diagnostic.error(
                TestCode.TEST_CHANGED_MEANWHILE,
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
   * @param stopped what stopped it before its end; servers that had been sent it by then run it
   */
  public record Report(
      List<TestResult> results, String run, String head, Optional<Diagnostic> stopped) {
    public Report {
      results = List.copyOf(results);
    }
  }

  private Report run(TestPlan plan, Duration timeout, Waiting waiting, Deeds deeds)
      throws InterruptedException {
    ScriptLibrary library = new ScriptLibrary(scripts, plan.script());
    String guid;
    try {
      guid =
          switch (plan.standing()) {
            case ScriptStanding.There there -> there.guid();
            case ScriptStanding.Missing _ -> library.made(session.writer(), kind.command(), deeds);
          };
    } catch (RefusalException refusal) {
      deeds.end(0, 1, 0);
      throw refusal;
    }
    return new ScriptRun(session, scripts, library, kind, deeds)
        .run(plan.servers(), guid, timeout, waiting);
  }

  /** What was agreed to, as far as it decides what runs and where. */
  private static String basis(TestPlan plan) {
    return Stream.concat(
            Stream.of(plan.site(), plan.script().digest().hex()),
            plan.servers().stream().map(TestServer::name))
        .collect(Collectors.joining("\n"));
  }
}
