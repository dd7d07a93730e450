package dev.garrison.probe.report;

import dev.garrison.json.Json;
import dev.garrison.probe.outcome.ProbeResult;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Writes a result as JSON, with or without its names. */
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

  /** Writes the complete result. */
  public String whole(ProbeResult result) {
    return json.pretty(ProbeAnswer.of(result, version, UnaryOperator.identity(), Optional.empty()));
  }

  /** Writes the result without names that identify the site, so that it can be sent to others. */
  public String redacted(ProbeResult result) {
    return redacted(result, new Redaction(result.names()));
  }

  /**
   * Writes the result with the same replacement words as other files.
   *
   * @param redaction knows the result's names
   */
  public String redacted(ProbeResult result, Redaction redaction) {
    return json.pretty(ProbeAnswer.of(result, version, redaction::apply, Optional.of(true)));
  }
}
