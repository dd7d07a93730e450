package dev.garrison.connection;

import java.io.IOException;
import java.io.InputStream;

/**
 * An answer whose body is still on the wire.
 *
 * @param status the HTTP status
 * @param mediaType the declared type in lower case without parameters, or an empty text
 * @param body not yet read, perhaps endless: readers bound it
 */
public record HttpAnswer(int status, String mediaType, InputStream body) {
  /** Turns the answer into a value while it is on the wire. */
  @FunctionalInterface
  public interface Reader<R> {
    /**
     * Reads as much as it needs.
     *
     * @throws IOException only if the connection fails; what the text means is reported otherwise
     */
    R read(HttpAnswer answer) throws IOException;
  }
}
