package dev.garrison.cli.servertest;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.json.JsonForm;
import dev.garrison.json.OmittedWhenEmpty;
import dev.garrison.runscript.ConnectivityScript;
import dev.garrison.runscript.ScriptRunner.Report;
import dev.garrison.runscript.TestPlan;
import dev.garrison.runscript.TestResult;
import dev.garrison.runscript.TestServer;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Plan and results of a test as JSON.
 *
 * <p>If nothing was run, {@code run}, {@code head} and {@code results} are empty.
 */
sealed interface TestAnswer extends JsonForm {
  /** Answer of Microsoft's detection test. */
  record Detection(
      String format,
      String site,
      Script script,
      List<Asked> servers,
      Optional<String> run,
      Optional<String> head,
      Optional<List<Result>> results,
      Optional<String> stopped)
      implements TestAnswer {
    private static final String FORMAT = "garrison.test-detection/1";

    static Detection of(TestPlan plan, Optional<Report> report) {
      return new Detection(
          FORMAT,
          plan.site(),
          Script.of(plan),
          Asked.of(plan),
          report.map(Report::run),
          report.map(Report::head),
          report.map(Result::of),
          whyStopped(report));
    }
  }

  /** Answer of the test of the hosts that an onboarding package names. */
  record Connectivity(
      String format,
      String site,
      Script script,
      List<String> hosts,
      Optional<String> proxy,
      List<Asked> servers,
      Optional<String> run,
      Optional<String> head,
      Optional<List<Result>> results,
      Optional<String> stopped)
      implements TestAnswer {
    private static final String FORMAT = "garrison.test-connectivity/1";

    static Connectivity of(TestPlan plan, Optional<Report> report) {
      return new Connectivity(
          FORMAT,
          plan.site(),
          Script.of(plan),
          ConnectivityScript.hosts(plan.script()),
          ConnectivityScript.proxy(plan.script()),
          Asked.of(plan),
          report.map(Report::run),
          report.map(Report::head),
          report.map(Result::of),
          whyStopped(report));
    }
  }

  private static Optional<String> whyStopped(Optional<Report> report) {
    return report.flatMap(Report::stopped).map(Diagnostic::problem);
  }

  /**
   * Script of the test.
   *
   * @param onSite the status of the script on the site, in words
   */
  record Script(
      String name, String guid, String sha256, boolean signed, String onSite, boolean runnable)
      implements JsonForm {
    private static Script of(TestPlan plan) {
      return new Script(
          plan.script().name(),
          plan.script().guid(),
          plan.script().digest().hex(),
          plan.script().signed(),
          plan.standing().words().toString(),
          plan.standing().obstacle(plan.script().name()).isEmpty());
    }
  }

  /** Server on which the test would run. */
  record Asked(
      String name, String domain, long resourceId, String ring, String standing, boolean active)
      implements JsonForm {
    private static List<Asked> of(TestPlan plan) {
      return plan.servers().stream().map(Asked::of).toList();
    }

    private static Asked of(TestServer server) {
      return new Asked(
          server.name(),
          server.domain(),
          server.id(),
          server.ring(),
          server.standing(),
          server.active());
    }
  }

  /** Result of the test on one server. */
  record Result(
      String name,
      String outcome,
      String said,
      Optional<Long> operation,
      Optional<Long> exitCode,
      Optional<Long> code,
      Optional<String> tenant,
      @OmittedWhenEmpty Optional<List<Host>> hosts)
      implements JsonForm {
    private static List<Result> of(Report report) {
      return report.results().stream().map(Result::of).toList();
    }

    private static Result of(TestResult result) {
      return new Result(
          result.server().name(),
          result.outcome().word(),
          result.words(),
          boxed(result.operation()),
          boxed(result.exitCode()),
          boxed(result.code()),
          result.tenant(),
          Optional.of(result.hosts().stream().map(Host::of).toList())
              .filter(hosts -> !hosts.isEmpty()));
    }

    private static Optional<Long> boxed(OptionalLong number) {
      return number.isPresent() ? Optional.of(number.getAsLong()) : Optional.empty();
    }
  }

  record Host(String name, boolean reached, String why) implements JsonForm {
    private static Host of(TestResult.Host host) {
      return new Host(host.name(), host.reached(), host.why());
    }
  }
}
