package dev.garrison.connection;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * One request.
 *
 * @param method the HTTP method
 * @param address the whole address, encoded as it is to be sent
 * @param accept the media type that is wanted
 * @param body JSON or XML to send, with its media type
 * @param deadline for the whole exchange
 */
public record HttpCall(
    String method, URI address, String accept, Optional<Body> body, Duration deadline) {
  /**
   * What is sent, in UTF-8.
   *
   * @param headers that belong to it, such as SOAPAction
   */
  public record Body(String mediaType, String text, Map<String, String> headers) {
    public Body {
      headers = Map.copyOf(headers);
    }

    public Body(String mediaType, String text) {
      this(mediaType, text, Map.of());
    }
  }
}
