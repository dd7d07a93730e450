package dev.garrison.server.api;

import java.util.Optional;

/**
 * What is answered.
 *
 * @param status of HTTP
 * @param body a record, or a tree of JSON
 * @param location where what was begun can be looked at
 */
public record ApiAnswer(int status, Object body, Optional<String> location) {
  private static final int OK = 200;
  private static final int ACCEPTED = 202;

  /** Here it is. */
  public static ApiAnswer of(Object body) {
    return new ApiAnswer(OK, body, Optional.empty());
  }

  /** It was begun. */
  public static ApiAnswer accepted(Object body, String location) {
    return new ApiAnswer(ACCEPTED, body, Optional.of(location));
  }
}
