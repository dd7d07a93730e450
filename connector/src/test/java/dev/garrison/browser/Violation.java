package dev.garrison.browser;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** A rule of axe-core that one element breaks. */
public record Violation(String rule, String impact, String selector, String markup, String help) {
  static List<Violation> of(JsonNode rules) {
    List<Violation> all = new ArrayList<>();
    for (JsonNode rule : rules) {
      for (JsonNode node : rule.path("nodes")) {
        all.add(
            new Violation(
                rule.path("id").asText(),
                rule.path("impact").asText(),
                node.path("target").path(0).asText(),
                node.path("html").asText(),
                node.path("failureSummary").asText().replaceAll("\\s*\n\\s*", "; ")));
      }
    }
    return all;
  }

  boolean isDrawn() {
    return markup.startsWith("<text");
  }

  @Override
  public String toString() {
    return "%s (%s) at %s: %s".formatted(rule, impact, selector, help);
  }
}
