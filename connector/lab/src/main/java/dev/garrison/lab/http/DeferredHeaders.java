package dev.garrison.lab.http;

import com.sun.net.httpserver.HttpExchange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/**
 * A response body that decides about its length late: a small one goes out with its length and in
 * one piece, a large one in chunks. In two small packets an answer would wait for the other side's
 * delayed acknowledgement, some 40 ms each.
 */
final class DeferredHeaders extends OutputStream {
  private static final int SMALL = 64 * 1024;
  private static final int CHUNKED = 0;
  private static final int EMPTY = -1;
  private final HttpExchange exchange;
  private final int status;
  private final ByteArrayOutputStream held = new ByteArrayOutputStream();
  private @Nullable OutputStream body;

  DeferredHeaders(HttpExchange exchange, int status) {
    this.exchange = exchange;
    this.status = status;
  }

  @Override
  public void write(int value) throws IOException {
    write(new byte[] {(byte) value}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    held.write(bytes, offset, length);
    if (held.size() > SMALL) {
      if (body == null) {
        exchange.sendResponseHeaders(status, CHUNKED);
        body = exchange.getResponseBody();
      }
      held.writeTo(body);
      held.reset();
    }
  }

  @Override
  public void close() throws IOException {
    OutputStream out = body;
    if (out == null) {
      exchange.sendResponseHeaders(status, held.size() == 0 ? EMPTY : held.size());
      out = exchange.getResponseBody();
    }
    held.writeTo(out);
    out.close();
  }
}
