package dev.garrison.server.api;

import dev.garrison.json.JsonForm;
import java.util.Optional;

/**
 * An answer of the API.
 *
 * @param status of HTTP
 * @param location where the started run or job can be read
 */
public record ApiAnswer(int status, JsonForm body, Optional<String> location) {
  private static final int OK = 200;
  private static final int ACCEPTED = 202;

  /** An answer with a body. */
  public static ApiAnswer of(JsonForm body) {
    return new ApiAnswer(OK, body, Optional.empty());
  }

  /** An answer that work was started. */
  public static ApiAnswer accepted(JsonForm body, String location) {
    return new ApiAnswer(ACCEPTED, body, Optional.of(location));
  }
}
