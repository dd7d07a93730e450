package dev.garrison.lab.http;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;

/**
 * Answer of a service of the lab.
 *
 * @param length of the body in bytes; empty for a body that is created while it is sent
 * @param body writes the body; nothing is written for an empty one
 */
public record Answer(int status, String contentType, OptionalLong length, Body body) {
  /** Content type of JSON, as the service labels it. */
  public static final String JSON =
      "application/json; odata.metadata=minimal; odata.streaming=true";

  /** Writes a body piece by piece, so that a large one is never held in memory. */
  @FunctionalInterface
  public interface Body {
    /** Writes the complete body. */
    void writeTo(OutputStream out) throws IOException;
  }

  /** Creates an answer whose body is created while it is sent. */
  public Answer(int status, String contentType, Body body) {
    this(status, contentType, OptionalLong.empty(), body);
  }

  /** Creates an answer from bytes. */
  public static Answer bytes(int status, String contentType, byte[] bytes) {
    return new Answer(status, contentType, OptionalLong.of(bytes.length), out -> out.write(bytes));
  }

  /** Creates a short answer from text. */
  public static Answer text(int status, String contentType, String text) {
    return bytes(status, contentType, text.getBytes(StandardCharsets.UTF_8));
  }

  /** Creates an answer without content. */
  public static Answer empty(int status) {
    return bytes(status, JSON, new byte[0]);
  }
}
