package dev.garrison.cli.servertest;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.json.Json;
import dev.garrison.runscript.ServerTest.Report;
import dev.garrison.runscript.TestPlan;
import dev.garrison.runscript.TestResult;
import dev.garrison.runscript.TestServer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What would run and where, and what became of it, for programs. */
final class TestJson {
  private final TestWords words;

  TestJson(TestWords words) {
    this.words = words;
  }

  /**
   * The document.
   *
   * @param report empty where nothing was run
   */
  String text(TestPlan plan, Optional<Report> report) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("format", words.format());
    document.put("site", plan.site());
    document.put("script", script(plan));
    document.putAll(words.fields(plan));
    document.put("servers", plan.servers().stream().map(TestJson::server).toList());
    document.put("run", report.map(Report::run));
    document.put("head", report.map(Report::head));
    document.put(
        "results", report.map(all -> all.results().stream().map(TestJson::result).toList()));
    document.put("stopped", report.flatMap(Report::stopped).map(Diagnostic::problem));
    return new Json().pretty(document);
  }

  private static Map<String, Object> script(TestPlan plan) {
    Map<String, Object> script = new LinkedHashMap<>();
    script.put("name", plan.script().name());
    script.put("guid", plan.script().guid());
    script.put("sha256", plan.script().digest().hex());
    script.put("signed", plan.script().signed());
    script.put("onSite", plan.standing().words());
    script.put("runnable", plan.standing().obstacle(plan.script().name()).isEmpty());
    return script;
  }

  private static Map<String, Object> server(TestServer server) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("name", server.name());
    fields.put("domain", server.domain());
    fields.put("resourceId", server.id());
    fields.put("ring", server.ring());
    fields.put("standing", server.standing());
    fields.put("active", server.active());
    return fields;
  }

  private static Map<String, Object> host(TestResult.Host host) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("name", host.name());
    fields.put("reached", host.reached());
    fields.put("why", host.why());
    return fields;
  }

  private static Map<String, Object> result(TestResult result) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("name", result.server().name());
    fields.put("outcome", result.outcome().word());
    fields.put("said", result.words());
    fields.put("operation", result.operation());
    fields.put("exitCode", result.exitCode());
    fields.put("code", result.code());
    fields.put("tenant", result.tenant());
    if (!result.hosts().isEmpty()) {
      fields.put("hosts", result.hosts().stream().map(TestJson::host).toList());
    }
    return fields;
  }
}
