package dev.garrison.server.page;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.garrison.json.Json;
import dev.garrison.login.AccessToken;
import dev.garrison.login.Role;
import dev.garrison.server.api.ApiAnswer;
import dev.garrison.server.api.ApiRequest;
import dev.garrison.server.api.Route;
import dev.garrison.server.api.Routes;
import dev.garrison.server.page.frame.Tab;
import dev.garrison.server.reading.ApiAnswers;
import java.lang.reflect.RecordComponent;
import java.util.Map;
import java.util.Optional;

/**
 * What a form of a page does: what the same address of the API does, with the same checks, for the
 * same role.
 */
public final class FormAction {
  /** Where forms are sent. */
  public static final String ROOT = "/actions";

  private final Route route;
  private final Json json;

  FormAction(Route route, Json json) {
    this.route = route;
    this.json = json;
  }

  /** Where the form is sent, with {@code {names}}. */
  public String path() {
    return ROOT + route.path().substring(Routes.ROOT.length());
  }

  /** The least that may send it. */
  public Role role() {
    return route.role().orElseThrow();
  }

  /**
   * What came of a form.
   *
   * @param next the page to show
   * @param words what it is to say
   */
  public record Done(String next, String words) {}

  /**
   * Does it.
   *
   * @param path the parts of the address by name
   * @param form what was sent
   * @throws dev.garrison.server.api.ApiProblem where it cannot be done
   * @throws dev.garrison.diagnostic.RefusalException likewise
   */
  public Done act(AccessToken caller, Map<String, String> path, Map<String, String> form) {
    ApiAnswer answer =
        route.handler().answer(new ApiRequest(Optional.of(caller), path, Map.of(), body(form)));
    return switch (answer.body()) {
      case ApiAnswers.Begun begun ->
          new Done("/runs/" + begun.run(), "Run %d was begun.".formatted(begun.run()));
      case ApiAnswers.Asked asked ->
          new Done(Tab.JOBS.path(), "The job '%s' runs as soon as it can.".formatted(asked.job()));
      case ApiAnswers.Decided decided ->
          new Done(
              Tab.JOBS.path(), "The job '%s' is %s now.".formatted(decided.job(), decided.mode()));
      default -> throw new IllegalStateException("an action without words: " + path());
    };
  }

  private String body(Map<String, String> form) {
    ObjectNode body = json.object();
    route
        .body()
        .ifPresent(shape -> {
          for (RecordComponent component : shape.getRecordComponents()) {
            body.put(component.getName(), form.getOrDefault(component.getName(), ""));
          }
        });
    return json.canonical(body);
  }
}
