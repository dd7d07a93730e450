package dev.garrison.probe.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.json.Json;
import dev.garrison.probe.outcome.Outcome;
import dev.garrison.probe.outcome.ProbeLine;
import dev.garrison.probe.outcome.ProbeResult;
import dev.garrison.probe.outcome.ProbeSection;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** A result as JSON, with its names or without. */
public final class ProbeJson {
  private static final String FORMAT = "garrison.probe/1";

  private final Json json;
  private final String version;

  /**
   * @param version of Garrison
   */
  public ProbeJson(Json json, String version) {
    this.json = json;
    this.version = version;
  }

  /** All that was seen. */
  public String whole(ProbeResult result) {
    return json.pretty(object(result, UnaryOperator.identity()));
  }

  /** The same without what tells whose site it is, so that it can be sent to somebody. */
  public String redacted(ProbeResult result) {
    return redacted(result, new Redaction(result.names()));
  }

  /**
   * The same with words that stand for the same names elsewhere.
   *
   * @param redaction knows the result's names
   */
  public String redacted(ProbeResult result, Redaction redaction) {
    ObjectNode object = object(result, redaction::apply);
    object.put("redacted", true);
    return json.pretty(object);
  }

  private ObjectNode object(ProbeResult result, UnaryOperator<String> words) {
    ObjectNode object = json.object();
    object.put("format", FORMAT);
    object.put("garrison", version);
    object.put("java", System.getProperty("java.version", "unknown"));
    object.put("os", System.getProperty("os.name", "unknown"));
    object.put("at", result.at().toString());
    object.put("manifest", words.apply(result.manifest()));
    object.put("site", words.apply(result.site()));
    object.put("failed", result.failed());
    object.put("warnings", result.warned());
    object.put("notChecked", result.skipped());
    ArrayNode sections = object.putArray("sections");
    result.sections().forEach(section -> sections.add(section(section, words)));
    return object;
  }

  private ObjectNode section(ProbeSection section, UnaryOperator<String> words) {
    ObjectNode object = json.object();
    object.put("title", section.title());
    object.put("subject", words.apply(section.subject()));
    ArrayNode checks = object.putArray("checks");
    section.lines().forEach(line -> checks.add(check(line, words)));
    return object;
  }

  private ObjectNode check(ProbeLine line, UnaryOperator<String> words) {
    ObjectNode object = json.object();
    object.put("check", line.check());
    switch (line.outcome()) {
      case Outcome.Passed(String text) -> put(object, "ok", words.apply(text), List.of());
      case Outcome.Skipped(String reason) -> put(object, "skipped", words.apply(reason), List.of());
      case Outcome.Warned warned -> put(object, "warning", words.apply(warned.text()), List.of());
      case Outcome.Failed failed ->
          put(
              object,
              "failed",
              words.apply(failed.text()),
              failed.lines().stream().map(words).toList());
    }
    ArrayNode findings = object.putArray("findings");
    line.outcome().problems().forEach(each -> findings.add(finding(each, words)));
    return object;
  }

  private static void put(ObjectNode object, String result, String text, List<String> lines) {
    object.put("result", result);
    object.put("text", text);
    ArrayNode array = object.putArray("lines");
    lines.forEach(array::add);
  }

  private ObjectNode finding(Diagnostic finding, UnaryOperator<String> words) {
    ObjectNode object = json.object();
    object.put("code", finding.code().label());
    object.put("name", finding.code().name());
    object.put("severity", finding.severity().name().toLowerCase(Locale.ROOT));
    object.put("problem", words.apply(finding.problem()));
    object.put("remedy", words.apply(finding.remedy()));
    return object;
  }
}
