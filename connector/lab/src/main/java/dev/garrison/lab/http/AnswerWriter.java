package dev.garrison.lab.http;

import com.sun.net.httpserver.HttpExchange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;

/** Puts answers on the wire, whole or broken. */
final class AnswerWriter {
  private static final int PIECES = 16;
  private static final int NO_BODY = -1;
  private static final int CHUNKED = 0;

  void write(HttpExchange exchange, Answer answer) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", answer.contentType());
    if (answer.status() == 204) {
      exchange.sendResponseHeaders(204, NO_BODY);
      return;
    }
    try (OutputStream out = new DeferredHeaders(exchange, answer.status())) {
      answer.body().writeTo(out);
    }
  }

  /** Computes an answer that nobody gets. */
  void discard(Answer answer) throws IOException {
    answer.body().writeTo(OutputStream.nullOutputStream());
  }

  void writeSlowly(HttpExchange exchange, Answer answer, Duration pause)
      throws IOException, InterruptedException {
    byte[] body = bytes(answer);
    exchange.getResponseHeaders().set("Content-Type", answer.contentType());
    exchange.sendResponseHeaders(answer.status(), CHUNKED);
    try (OutputStream out = exchange.getResponseBody()) {
      int size = body.length / PIECES + 1;
      for (int at = 0; at < body.length; at += size) {
        Thread.sleep(pause);
        out.write(body, at, Math.min(size, body.length - at));
        out.flush();
      }
    }
  }

  /** Promises the whole length, sends half and closes the connection. */
  void writeHalf(HttpExchange exchange, Answer answer) throws IOException {
    byte[] body = bytes(answer);
    exchange.getResponseHeaders().set("Content-Type", answer.contentType());
    exchange.sendResponseHeaders(answer.status(), Math.max(2, body.length));
    OutputStream out = exchange.getResponseBody();
    out.write(body, 0, body.length / 2);
    out.flush();
  }

  private static byte[] bytes(Answer answer) throws IOException {
    ByteArrayOutputStream buffer = new ByteArrayOutputStream();
    answer.body().writeTo(buffer);
    return buffer.toByteArray();
  }
}
