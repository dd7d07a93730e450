package dev.garrison.server.page.frame;

import dev.garrison.language.Message;
import dev.garrison.server.api.ApiProblem;
import dev.garrison.server.api.ServerCode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Request for a page.
 *
 * @param path the parts of the address by name
 * @param query likewise; unknown parameters are ignored
 */
public record PageRequest(Frame frame, Map<String, String> path, Map<String, List<String>> query) {
  public PageRequest {
    path = Map.copyOf(path);
    query = Map.copyOf(query);
  }

  /** A part of the address. */
  public String part(String name) {
    return Optional.ofNullable(path.get(name)).orElseThrow();
  }

  /** A number in the address. */
  public long number(String name) {
    String text = part(name);
    if (!text.matches("[1-9][0-9]{0,17}")) {
      throw missing(Message.of("request.page-number", "name", name));
    }
    return Long.parseLong(text);
  }

  /** A text in the query. */
  public Optional<String> text(String name) {
    return Optional.ofNullable(query.get(name))
        .map(List::getFirst)
        .map(String::strip)
        .filter(each -> !each.isEmpty());
  }

  /** Problem of a page that does not exist. */
  public static ApiProblem missing(Message message) {
    return ApiProblem.of(404, ServerCode.NOT_THERE, message);
  }
}
