package dev.garrison.mecm.adminservice;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.garrison.connection.BoundedStream;
import dev.garrison.connection.HttpAnswer;
import dev.garrison.json.Json;
import dev.garrison.json.JsonException;
import dev.garrison.language.Text;
import dev.garrison.mecm.odata.KeyMissingException;
import dev.garrison.mecm.odata.ODataQuery;
import dev.garrison.mecm.odata.Row;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads the pages of one list row by row, so that memory holds one row at a time. The size of a
 * row, the number of rows and the number of pages without rows are bounded, so that reading always
 * ends.
 */
final class RowStream {
  private static final long MOST_BYTES_OF_A_ROW = 4L * 1024 * 1024;
  private static final int MOST_EMPTY_PAGES = 100;

  private final Json json;
  private final Consumer<ObjectNode> consumer;
  private final ODataQuery query;
  private int rows;
  private int before;
  private int empty;
  private @Nullable String nextLink;
  private boolean hasRows;

  RowStream(Json json, ODataQuery query, Consumer<ObjectNode> consumer) {
    this.json = json;
    this.consumer = consumer;
    this.query = query;
  }

  /** Begins a page. */
  void turn() {
    before = rows;
  }

  /** Whether a row of the page was handed over, so that the page cannot be read again. */
  boolean hasBegun() {
    return rows > before;
  }

  /** Reads the page and returns the address of the next one, as the service wrote it. */
  Optional<String> read(HttpAnswer answer) throws IOException {
    nextLink = null;
    hasRows = false;
    BoundedStream bounded = new BoundedStream(answer.body(), MOST_BYTES_OF_A_ROW);
    BufferedInputStream body = new BufferedInputStream(bounded);
    int first = JsonAnswer.firstCharacter(body);
    if (first != '{') {
      throw failure(
          FailureKind.NOT_ADMINSERVICE,
          answer,
          first < 0 ? Text.of("answer.empty") : JsonAnswer.foreign(answer, first));
    }
    try (JsonParser parser = json.parser(body)) {
      readPage(parser, bounded, answer);
    } catch (JacksonException e) {
      throw failure(FailureKind.BROKEN_ANSWER, answer, Json.failure(e).words());
    } catch (BoundedStream.TooLong e) {
      throw failure(FailureKind.BROKEN_ANSWER, answer, e.words());
    }
    if (!hasRows) {
      throw failure(FailureKind.NOT_ADMINSERVICE, answer, Text.of("answer.value-missing"));
    }
    empty = hasBegun() ? 0 : empty + 1;
    if (empty == MOST_EMPTY_PAGES && nextLink != null) {
      throw failure(
          FailureKind.BROKEN_ANSWER, answer, Text.of("answer.pages-empty", "count", empty));
    }
    return Optional.ofNullable(nextLink);
  }

  private void readPage(JsonParser parser, BoundedStream bounded, HttpAnswer answer)
      throws IOException {
    parser.nextToken();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String field = parser.currentName();
      JsonToken token = parser.nextToken();
      switch (field) {
        case "value" -> readRows(parser, bounded, answer);
        case "error" -> readError(parser, answer);
        case "@odata.nextLink" -> nextLink = parser.getValueAsString();
        default -> {
          if (token.isStructStart()) {
            parser.skipChildren();
          }
        }
      }
    }
    if (parser.nextToken() != null) {
      throw failure(FailureKind.BROKEN_ANSWER, answer, Text.of("answer.followed"));
    }
  }

  private void readRows(JsonParser parser, BoundedStream bounded, HttpAnswer answer)
      throws IOException {
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      throw failure(FailureKind.NOT_ADMINSERVICE, answer, Text.of("answer.value-no-list"));
    }
    hasRows = true;
    bounded.restart();
    for (JsonToken token = parser.nextToken();
        token != JsonToken.END_ARRAY;
        token = parser.nextToken()) {
      if (token != JsonToken.START_OBJECT) {
        throw failure(FailureKind.BROKEN_ANSWER, answer, Text.of("answer.row-no-object"));
      }
      if (rows == query.mostRows()) {
        throw failure(
            FailureKind.BROKEN_ANSWER,
            answer,
            Text.of("answer.rows-over-limit", "limit", query.mostRows()));
      }
      ObjectNode row = (ObjectNode) value(parser, answer);
      rows++;
      hand(row);
      bounded.restart();
    }
  }

  private void hand(ObjectNode row) {
    query.requireKeys(new Row(row));
    try {
      consumer.accept(row);
    } catch (KeyMissingException e) {
      throw e.in(query);
    }
  }

  private JsonNode value(JsonParser parser, HttpAnswer answer) throws IOException {
    try {
      return json.value(parser);
    } catch (JsonException e) {
      throw failure(FailureKind.BROKEN_ANSWER, answer, e.words());
    }
  }

  private void readError(JsonParser parser, HttpAnswer answer) throws IOException {
    ObjectNode root = json.object();
    root.set("error", value(parser, answer));
    Optional<String> message = ErrorAnswer.message(root);
    if (message.isPresent()) {
      throw ErrorAnswer.refusal(FailureKind.REFUSED, answer.status(), message.get());
    }
  }

  private static AnswerFailure failure(FailureKind kind, HttpAnswer answer, Text reason) {
    return AnswerFailure.lasting(kind, answer.status(), reason);
  }
}
