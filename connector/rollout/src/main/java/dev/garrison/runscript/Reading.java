package dev.garrison.runscript;

import com.fasterxml.jackson.databind.JsonNode;
import dev.garrison.json.Json;
import dev.garrison.json.JsonException;
import dev.garrison.language.Text;
import dev.garrison.mecm.script.ScriptReport;
import dev.garrison.runscript.TestResult.Outcome;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * Reads the report of a client. The script prints one line of JSON, and the client passes it on as
 * a JSON text; a client that took it for an object is understood as well.
 */
final class Reading {
  private static final int LONGEST = 200;

  private final Json json;

  Reading(Json json) {
    this.json = json;
  }

  /**
   * Meaning of the output of a script that ended with the code 0.
   *
   * @param hosts the results for hosts
   */
  record Meaning(Outcome outcome, String words, List<TestResult.Host> hosts) {
    Meaning(Outcome outcome, String words) {
      this(outcome, words, List.of());
    }
  }

  /**
   * The result of a server.
   *
   * @param meaning of the script's output, used if its code is 0
   */
  TestResult result(
      TestServer server, long operation, ScriptReport report, Function<JsonNode, Meaning> meaning) {
    Optional<JsonNode> said = said(report.output());
    if (!report.succeeded() || said.isEmpty()) {
      return of(server, operation, report, new Meaning(Outcome.FAILED, failed(report)), said);
    }
    long code = said.get().path("code").asLong(-1);
    String message = said.get().path("message").asText("");
    if (code != 0) {
      String why =
          Text.of("test-result.not-run", "code", String.valueOf(code), "message", plain(message))
              .toString();
      return of(server, operation, report, new Meaning(Outcome.LEFT, why), said);
    }
    return of(server, operation, report, meaning.apply(said.get()), said);
  }

  private static TestResult of(
      TestServer server,
      long operation,
      ScriptReport report,
      Meaning meaning,
      Optional<JsonNode> said) {
    return new TestResult(
        server,
        OptionalLong.of(operation),
        meaning.outcome(),
        meaning.words(),
        report.exitCode(),
        said.map(node -> node.path("code"))
            .filter(JsonNode::isIntegralNumber)
            .map(node -> OptionalLong.of(node.longValue()))
            .orElseGet(OptionalLong::empty),
        said.map(node -> node.path("orgId").asText("")).filter(text -> !text.isEmpty()),
        meaning.hosts());
  }

  private static String failed(ScriptReport report) {
    Object output =
        report.output().isEmpty() ? Text.of("test-result.no-output") : plain(report.output());
    String state = String.valueOf(report.state());
    Text words =
        report.exitCode().isPresent()
            ? Text.of(
                "test-result.client-failed-code",
                "state",
                state,
                "code",
                String.valueOf(report.exitCode().getAsLong()),
                "output",
                output)
            : Text.of("test-result.client-failed", "state", state, "output", output);
    return words.toString();
  }

  /** The text on one line, without a full stop at the end. */
  static String plain(String text) {
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
