package dev.garrison.lab.http;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * What the service answers.
 *
 * @param body writes the body; nothing is written for an empty one
 */
public record Answer(int status, String contentType, Body body) {
  /** JSON as the service labels it. */
  public static final String JSON =
      "application/json; odata.metadata=minimal; odata.streaming=true";

  /** Writes a body piece by piece, so that a large one is never held in memory. */
  @FunctionalInterface
  public interface Body {
    /** Writes all of it. */
    void writeTo(OutputStream out) throws IOException;
  }

  /** A short answer. */
  public static Answer text(int status, String contentType, String text) {
    return new Answer(status, contentType, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
  }

  /** No content. */
  public static Answer empty(int status) {
    return new Answer(status, JSON, out -> {});
  }
}
