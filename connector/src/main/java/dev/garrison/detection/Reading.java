package dev.garrison.detection;

import com.fasterxml.jackson.databind.JsonNode;
import dev.garrison.detection.TestResult.Outcome;
import dev.garrison.json.Json;
import dev.garrison.json.JsonException;
import dev.garrison.mecm.script.ScriptReport;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Reads what a client reported. The script prints one line of JSON, and the client hands it on as
 * JSON of a text; a client that took it for an object is understood as well.
 */
final class Reading {
  private static final int LONGEST = 200;

  private final Json json;
  private final String tenant;

  /**
   * @param tenant the manifest's
   */
  Reading(Json json, String tenant) {
    this.json = json;
    this.tenant = tenant;
  }

  TestResult result(TestServer server, long operation, ScriptReport report) {
    Optional<JsonNode> said = said(report.output());
    if (!report.succeeded() || said.isEmpty()) {
      return of(server, operation, report, Outcome.FAILED, failed(report), said);
    }
    long code = said.get().path("code").asLong(-1);
    String message = said.get().path("message").asText("");
    if (code != 0) {
      return of(
          server,
          operation,
          report,
          Outcome.LEFT,
          "the test did not run (%d): %s".formatted(code, plain(message)),
          said);
    }
    String orgId = said.get().path("orgId").asText("");
    return orgId.equalsIgnoreCase(tenant)
        ? of(server, operation, report, Outcome.RAN, plain(message), said)
        : of(
            server,
            operation,
            report,
            Outcome.FAILED,
            "the test ran, and the sensor reports to tenant %s: its alert comes there"
                .formatted(orgId.isEmpty() ? "(not said)" : plain(orgId)),
            said);
  }

  private static TestResult of(
      TestServer server,
      long operation,
      ScriptReport report,
      Outcome outcome,
      String words,
      Optional<JsonNode> said) {
    return new TestResult(
        server,
        OptionalLong.of(operation),
        outcome,
        words,
        report.exitCode(),
        said.map(node -> node.path("code"))
            .filter(JsonNode::isIntegralNumber)
            .map(node -> OptionalLong.of(node.longValue()))
            .orElseGet(OptionalLong::empty),
        said.map(node -> node.path("orgId").asText("")).filter(text -> !text.isEmpty()));
  }

  private static String failed(ScriptReport report) {
    String output = report.output().isEmpty() ? "nothing" : plain(report.output());
    return "the client says %s, and the script printed %s".formatted(report.words(), output);
  }

  /** Without a full stop at the end, in one line. */
  private static String plain(String text) {
    String line = text.replaceAll("\\p{Cc}+", " ").strip().replaceFirst("\\.$", "");
    return line.length() > LONGEST ? line.substring(0, LONGEST) + "..." : line;
  }

  private Optional<JsonNode> said(String output) {
    try {
      JsonNode node = json.parse(output);
      JsonNode inner = node.isTextual() ? json.parse(node.textValue()) : node;
      return Optional.of(inner).filter(JsonNode::isObject).filter(all -> all.has("code"));
    } catch (JsonException notOurs) {
      return Optional.empty();
    }
  }
}
