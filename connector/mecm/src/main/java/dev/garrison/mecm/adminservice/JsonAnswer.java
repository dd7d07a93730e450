package dev.garrison.mecm.adminservice;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.garrison.connection.BoundedStream;
import dev.garrison.connection.HttpAnswer;
import dev.garrison.json.Json;
import dev.garrison.json.JsonException;
import dev.garrison.language.Text;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.util.Optional;

/** Reads the answers that fit into memory. */
final class JsonAnswer {
  private static final long MOST_BYTES = 16L * 1024 * 1024;
  private static final int LOOK_AHEAD = 64;
  private static final String ROWS = "value";

  private final Json json;

  JsonAnswer(Json json) {
    this.json = json;
  }

  /** The object at the top level; an empty one if the service sent no body. */
  ObjectNode object(HttpAnswer answer) throws IOException {
    BufferedInputStream body =
        new BufferedInputStream(new BoundedStream(answer.body(), MOST_BYTES));
    int first = firstCharacter(body);
    if (first < 0) {
      return json.object();
    }
    if (first != '{') {
      throw AnswerFailure.lasting(
          FailureKind.NOT_ADMINSERVICE, answer.status(), foreign(answer, first));
    }
    try {
      ObjectNode object = (ObjectNode) json.parse(body);
      refuseError(object, answer.status());
      return object;
    } catch (JsonException e) {
      throw AnswerFailure.lasting(FailureKind.BROKEN_ANSWER, answer.status(), e.words());
    } catch (BoundedStream.TooLong e) {
      throw AnswerFailure.lasting(FailureKind.BROKEN_ANSWER, answer.status(), e.words());
    }
  }

  /** The single object of a keyed read, which the service sends as an array. */
  Optional<ObjectNode> keyed(HttpAnswer answer) throws IOException {
    ObjectNode object = object(answer);
    JsonNode rows = object.path(ROWS);
    if (rows.size() == 1 && rows.isArray() && rows.get(0) instanceof ObjectNode only) {
      return Optional.of(only);
    }
    if (rows.isArray() && rows.isEmpty()) {
      return Optional.empty();
    }
    if (rows.isArray()) {
      throw AnswerFailure.lasting(
          FailureKind.BROKEN_ANSWER,
          answer.status(),
          Text.of("answer.rows-many", "count", rows.size()));
    }
    throw AnswerFailure.lasting(
        FailureKind.NOT_ADMINSERVICE, answer.status(), Text.of("answer.value-missing"));
  }

  /**
   * The out parameters of a method that succeeded. Methods without a return value send none, so a
   * missing one is not a failure.
   */
  ObjectNode outParameters(HttpAnswer answer) throws IOException {
    ObjectNode object = object(answer);
    JsonNode returned = object.path("ReturnValue");
    if (returned.isMissingNode() || returned.isNull() || returned.asText().equals("0")) {
      return object;
    }
    throw AnswerFailure.lasting(
        FailureKind.REFUSED,
        answer.status(),
        Text.of("answer.method-returned", "value", returned.asText()));
  }

  private static void refuseError(ObjectNode object, int status) {
    ErrorAnswer.message(object)
        .ifPresent(message -> {
          throw ErrorAnswer.refusal(FailureKind.REFUSED, status, message);
        });
  }

  static Text foreign(HttpAnswer answer, int first) {
    if (first == '<') {
      return answer.mediaType().contains("html") ? Text.of("answer.html") : Text.of("answer.xml");
    }
    return Text.of("answer.no-object");
  }

  /** The first character that is not blank, left unread; -1 for an empty body. */
  static int firstCharacter(BufferedInputStream body) throws IOException {
    body.mark(LOOK_AHEAD);
    for (int seen = 0; seen < LOOK_AHEAD; seen++) {
      int character = body.read();
      if (character < 0 || !(Character.isWhitespace(character) || isByteOrderMark(character))) {
        body.reset();
        return character;
      }
    }
    body.reset();
    return ' ';
  }

  private static boolean isByteOrderMark(int octet) {
    return octet == 0xEF || octet == 0xBB || octet == 0xBF;
  }
}
