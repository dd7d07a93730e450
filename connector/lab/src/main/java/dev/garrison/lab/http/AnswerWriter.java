package dev.garrison.lab.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import org.apache.hc.core5.http.io.entity.EntityTemplate;

/** Sends answers, complete or broken. */
final class AnswerWriter {
  private static final int PIECES = 16;
  private static final int CHUNKED = -1;
  private static final ObjectMapper MAPPER = new ObjectMapper();

  void write(Exchange exchange, Answer answer) throws IOException {
    if (answer.status() == 204) {
      exchange.answer(204, null);
    } else {
      write(exchange, answer, answer.length().orElse(CHUNKED), answer.body());
    }
  }

  private static void write(Exchange exchange, Answer answer, long length, Answer.Body body)
      throws IOException {
    exchange.with("Content-Type", answer.contentType());
    exchange.answer(answer.status(), new EntityTemplate(length, null, body::writeTo));
  }

  /** Computes an answer that is not sent. */
  void discard(Answer answer) throws IOException {
    answer.body().writeTo(OutputStream.nullOutputStream());
  }

  void writeSlowly(Exchange exchange, Answer answer, Duration pause) throws IOException {
    byte[] body = bytes(answer);
    write(
        exchange,
        answer,
        CHUNKED,
        out -> {
          int size = body.length / PIECES + 1;
          for (int at = 0; at < body.length; at += size) {
            sleep(pause);
            out.write(body, at, Math.min(size, body.length - at));
            out.flush();
          }
        });
  }

  private static void sleep(Duration pause) throws IOException {
    try {
      Thread.sleep(pause);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("the lab was stopped in the middle of an answer", e);
    }
  }

  /** Announces the complete length, sends half of it, and closes the connection. */
  void writeHalf(Exchange exchange, Answer answer) throws IOException {
    byte[] body = bytes(answer);
    write(
        exchange,
        answer,
        Math.max(2, body.length),
        out -> {
          out.write(body, 0, body.length / 2);
          out.flush();
          throw new IOException("the lab was told to break off here");
        });
  }

  /** Removes a property from the JSON, in all places. */
  void writeWithout(Exchange exchange, Answer answer, String property) throws IOException {
    JsonNode tree = MAPPER.readTree(bytes(answer));
    tree.findParents(property).forEach(parent -> ((ObjectNode) parent).remove(property));
    write(exchange, answer, tree);
  }

  /** Removes the rows from an OData list. */
  void writeEmpty(Exchange exchange, Answer answer) throws IOException {
    ObjectNode tree = (ObjectNode) MAPPER.readTree(bytes(answer));
    tree.putArray("value");
    tree.remove("@odata.nextLink");
    write(exchange, answer, tree);
  }

  private void write(Exchange exchange, Answer answer, JsonNode tree) throws IOException {
    write(
        exchange,
        Answer.bytes(answer.status(), answer.contentType(), MAPPER.writeValueAsBytes(tree)));
  }

  private static byte[] bytes(Answer answer) throws IOException {
    ByteArrayOutputStream buffer = new ByteArrayOutputStream();
    answer.body().writeTo(buffer);
    return buffer.toByteArray();
  }
}
