package dev.garrison.connection;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * One HTTP request.
 *
 * @param method the HTTP method
 * @param address the complete address, encoded as it is to be sent
 * @param accept the media type of the answer
 * @param body JSON or XML to send, with its media type
 * @param deadline for the complete exchange
 */
public record HttpCall(
    String method, URI address, String accept, Optional<Body> body, Duration deadline) {
  /**
   * Body of a request, in UTF-8.
   *
   * @param headers that belong to the body, such as SOAPAction
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
