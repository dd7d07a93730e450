package dev.garrison.runscript;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.language.Message;
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
 * Runs a test through Run Scripts as the system of each server. No step of it can be undone, so
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
   * Request for a test.
   *
   * @param names of servers
   * @param most largest number of servers
   */
  public record Request(List<String> names, int most, Optional<String> changeId) {
    public Request {
      names = names.stream().distinct().toList();
    }
  }

  /** Callbacks while the test waits for servers. */
  public interface Waiting {
    /** Waits for this time. */
    void pause(Duration duration) throws InterruptedException;

    /** Receives a server's result as soon as it is known. */
    void heard(TestResult result);
  }

  /**
   * Plans the script and the servers of a test. Writes nothing.
   *
   * @throws RefusalException with every reason against it
   */
  public TestPlan plan(Request request) {
    if (request.names().size() > request.most()) {
      throw new RefusalException(
          Diagnostic.error(
              TestCode.TOO_MANY_TO_TEST,
              Message.of(
                  "server-test.too-many",
                  "count",
                  request.names().size(),
                  "limit",
                  request.most(),
                  "burden",
                  kind.burden())));
    }
    ScriptLibrary.requireOffered(scripts);
    List<TestServer> servers =
        new TargetServers(service, session.fleet(), kind).named(request.names());
    TestScript ours = kind.script(servers);
    ScriptStanding standing = new ScriptLibrary(scripts, ours).standing();
    return new TestPlan(session.siteCode(), ours, standing, servers);
  }

  /**
   * Runs the test that was shown.
   *
   * @param timeout longest wait for the servers
   * @throws RefusalException when it is not as it was shown, may not run, or the script could not
   *     be made ready; then no server was asked anything. Problems that stop it later are in the
   *     report
   */
  public Report run(TestPlan shown, Request request, Duration timeout, Waiting waiting)
      throws InterruptedException {
    try (WriteSession writing = session.write()) {
      TestPlan plan = plan(request);
      if (!plan.equals(shown)) {
        throw new RefusalException(
            Diagnostic.error(TestCode.TEST_CHANGED_MEANWHILE, Message.of("server-test.changed")));
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
   * Report of a run.
   *
   * @param run its name in the journal
   * @param head the digest of the journal's newest line
   * @param stopped the problem that stopped it before its end; servers that had been sent the
   *     script by then run it
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

  /** The agreed facts that decide the script and the servers. */
  private static String basis(TestPlan plan) {
    return Stream.concat(
            Stream.of(plan.site(), plan.script().digest().hex()),
            plan.servers().stream().map(TestServer::name))
        .collect(Collectors.joining("\n"));
  }
}
