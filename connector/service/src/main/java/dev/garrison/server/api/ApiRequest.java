package dev.garrison.server.api;

import dev.garrison.json.Json;
import dev.garrison.json.JsonException;
import dev.garrison.json.JsonForm;
import dev.garrison.language.Message;
import dev.garrison.login.AccessToken;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A request to the API.
 *
 * @param caller empty where no sign-in is required
 * @param path the parts of the address by name
 * @param query likewise
 * @param body the text of the body
 */
public record ApiRequest(
    Optional<AccessToken> caller,
    Map<String, String> path,
    Map<String, List<String>> query,
    String body) {
  private static final int BAD_REQUEST = 400;

  public ApiRequest {
    path = Map.copyOf(path);
    query = Map.copyOf(query);
  }

  /** Name of the caller for the history. */
  String who() {
    return caller.map(AccessToken::who).orElse("nobody");
  }

  /** A part of the address. */
  String part(String name) {
    return Optional.ofNullable(path.get(name)).orElseThrow();
  }

  /** A number in the address. */
  long number(String name) {
    String text = part(name);
    if (!text.matches("[1-9][0-9]{0,17}")) {
      throw refused(Message.of("request.number", "name", name));
    }
    return Long.parseLong(text);
  }

  /** A text in the query. */
  Optional<String> text(String name) {
    return Optional.ofNullable(query.get(name)).map(List::getFirst).filter(each -> !each.isEmpty());
  }

  /** An integer in the query. */
  int number(String name, int least, int most, int otherwise) {
    Optional<String> text = text(name);
    if (text.isEmpty()) {
      return otherwise;
    }
    int value = text.get().matches("[0-9]{1,9}") ? Integer.parseInt(text.get()) : -1;
    if (value < least || value > most) {
      throw refused(
          Message.of(
              "request.range",
              "name",
              name,
              "least",
              String.valueOf(least),
              "most",
              String.valueOf(most)));
    }
    return value;
  }

  /** Whether the request has no body. */
  boolean isEmpty() {
    return body.isBlank();
  }

  /** Reads the body as a form. */
  <T extends Record & JsonForm> T sent(Json json, Class<T> form) {
    try {
      return json.read(body, form);
    } catch (JsonException e) {
      throw refused(Message.of("request.body", "reason", e));
    }
  }

  /**
   * Refuses unknown or repeated parameters, because a misspelled filter would return everything.
   */
  public void requireKnown(Route route) {
    Set<String> unknown = new HashSet<>(query.keySet());
    route.parameters().forEach(parameter -> unknown.remove(parameter.name()));
    if (!unknown.isEmpty() || query.values().stream().anyMatch(values -> values.size() > 1)) {
      throw refused(
          route.parameters().isEmpty()
              ? Message.of("request.query-none")
              : Message.of(
                  "request.query",
                  "known",
                  route.parameters().stream().map(Parameter::name).toList()));
    }
  }

  static ApiProblem refused(Message message) {
    return ApiProblem.of(BAD_REQUEST, ServerCode.REQUEST_REFUSED, message);
  }
}
