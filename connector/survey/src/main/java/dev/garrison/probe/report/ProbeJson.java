package dev.garrison.probe.report;

import dev.garrison.json.Json;
import dev.garrison.probe.outcome.ProbeResult;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A result as JSON, with its names or without. */
public final class ProbeJson {
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
    return json.pretty(ProbeAnswer.of(result, version, UnaryOperator.identity(), Optional.empty()));
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
    return json.pretty(ProbeAnswer.of(result, version, redaction::apply, Optional.of(true)));
  }
}
