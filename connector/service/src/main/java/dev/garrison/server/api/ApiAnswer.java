package dev.garrison.server.api;

import dev.garrison.diagnostic.VisibleText;
import dev.garrison.json.Json;
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

  /**
   * Text of an answer or a problem as it is sent. It is one line with sorted keys, and JSON escapes
   * for hidden characters.
   */
  public static String text(Json json, JsonForm body) {
    return VisibleText.json(json.canonical(body));
  }
}
