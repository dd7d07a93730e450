package dev.garrison.lab.adminservice;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.garrison.lab.adminservice.provider.Refusal;
import dev.garrison.lab.adminservice.provider.Rows;
import dev.garrison.lab.adminservice.schema.KnownFrom;
import dev.garrison.lab.adminservice.schema.Mark;
import dev.garrison.lab.http.Answer;
import java.io.IOException;
import java.util.Locale;

/** Reads request bodies and writes error envelopes. */
@KnownFrom(
    mark = Mark.RECORDED,
    source = "MSEndpointMgr/ModernDriverManagement issue 179",
    says = "Errors come as {\"error\":{\"code\":\"404\",\"message\":\"..\"}}, the code as text.")
@KnownFrom(
    mark = Mark.INFERRED,
    source = "RFC 9110",
    says =
        "A body that is not labelled application/json answers 415, one above 4 MiB 413, malformed JSON 400.")
final class JsonText {
  private static final int MOST_BYTES = 4 * 1024 * 1024;
  private final JsonMapper mapper =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  /** Mapper for writing rows. */
  JsonMapper mapper() {
    return mapper;
  }

  /** Reads the body of a POST or PUT: one JSON object, labeled as JSON. */
  ObjectNode object(Request request) {
    String type = request.contentType() == null ? "" : request.contentType();
    if (!type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT).equals("application/json")) {
      throw Refusal.of(
          415,
          "The request entity's media type '" + type + "' is not supported for this resource.");
    }
    if (request.body().length > MOST_BYTES) {
      throw Refusal.of(413, "The request body is larger than " + MOST_BYTES + " bytes.");
    }
    try {
      JsonNode node = mapper.readTree(request.body());
      if (node instanceof ObjectNode object) {
        return object;
      }
    } catch (IOException e) {
      throw malformed();
    }
    throw malformed();
  }

  private static Refusal malformed() {
    return Refusal.badRequest(
        "The request body is not one well-formed JSON object; nothing was changed.");
  }

  /** Error envelope of a refusal; it repeats the status as text. */
  Answer error(Refusal refusal) {
    ObjectNode error =
        Rows.row()
            .set("code", String.valueOf(refusal.status()))
            .set("message", refusal.reason())
            .done();
    return Answer.text(refusal.status(), Answer.JSON, text(Rows.row().set("error", error).done()));
  }

  /** Writes a node as text. */
  String text(JsonNode node) {
    try {
      return mapper.writeValueAsString(node);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a JSON tree that cannot be written", e);
    }
  }
}
