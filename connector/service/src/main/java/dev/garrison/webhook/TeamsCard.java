package dev.garrison.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.garrison.diagnostic.VisibleText;
import dev.garrison.json.Json;

/**
 * Formats a message for a Teams webhook, as an Adaptive Card attached to a message (<a
 * href="https://learn.microsoft.com/connectors/teams/#microsoft-teams-webhook">Microsoft</a>). All
 * text is in text runs of a <a
 * href="https://adaptivecards.io/explorer/RichTextBlock.html">RichTextBlock</a>, which ignores
 * Markdown, so that names of the site cannot become links.
 */
final class TeamsCard {
  private static final String TEXT = "text";

  private final Json json;

  TeamsCard(Json json) {
    this.json = json;
  }

  ObjectNode of(ObjectNode message) {
    ObjectNode card =
        json.object()
            .put("$schema", "http://adaptivecards.io/schemas/adaptive-card.json")
            .put("type", "AdaptiveCard")
            .put("version", "1.2");
    ArrayNode body = card.putArray("body");
    line(body, message.path("title").asText(), true);
    message.path("run").path("summary").asText("").lines().forEach(each -> line(body, each, false));
    for (JsonNode finding : message.path("findings")) {
      line(
          body,
          "%s, %s: %s %s [%s]"
              .formatted(
                  finding.path("of").asText(),
                  finding.path("state").asText(),
                  finding.path("problem").asText(),
                  finding.path("remedy").asText(),
                  finding.path("code").asText()),
          false);
    }
    if (message.path("more").asInt() > 0) {
      line(body, "and %d more".formatted(message.path("more").asInt()), false);
    }
    line(body, "%s, %s".formatted(message.path("at").asText(), message.path("id").asText()), false);
    ObjectNode root = json.object().put("type", "message");
    root.putArray("attachments")
        .addObject()
        .put("contentType", "application/vnd.microsoft.card.adaptive")
        .putNull("contentUrl")
        .set("content", card);
    return root;
  }

  private static void line(ArrayNode body, String text, boolean strong) {
    ObjectNode run =
        body.addObject()
            .put("type", "RichTextBlock")
            .putArray("inlines")
            .addObject()
            .put("type", "TextRun")
            .put(TEXT, VisibleText.line(text));
    if (strong) {
      run.put("weight", "bolder");
    }
  }
}
