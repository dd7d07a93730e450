package dev.garrison.server.api;

import dev.garrison.json.JsonForm;
import java.util.Optional;

/**
 * What is answered.
 *
 * @param status of HTTP
 * @param location where what was begun can be looked at
 */
public record ApiAnswer(int status, JsonForm body, Optional<String> location) {
  private static final int OK = 200;
  private static final int ACCEPTED = 202;

  /** Here it is. */
  public static ApiAnswer of(JsonForm body) {
    return new ApiAnswer(OK, body, Optional.empty());
  }

  /** It was begun. */
  public static ApiAnswer accepted(JsonForm body, String location) {
    return new ApiAnswer(ACCEPTED, body, Optional.of(location));
  }
}
