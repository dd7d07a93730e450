package dev.garrison.server.page;

import static dev.garrison.server.page.frame.PageText.t;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.garrison.json.Json;
import dev.garrison.login.AccessToken;
import dev.garrison.login.Role;
import dev.garrison.server.api.ApiAnswer;
import dev.garrison.server.api.ApiRequest;
import dev.garrison.server.api.Route;
import dev.garrison.server.api.Routes;
import dev.garrison.server.page.frame.Tab;
import dev.garrison.server.page.job.JobWords;
import dev.garrison.server.reading.ApiAnswers;
import java.lang.reflect.RecordComponent;
import java.util.Map;
import java.util.Optional;

/** Action of a form: the same as that of the API route, with the same checks, for the same role. */
public final class FormAction {
  /** Path at which the addresses of forms begin. */
  public static final String ROOT = "/actions";

  private final Route route;
  private final Json json;

  FormAction(Route route, Json json) {
    this.route = route;
    this.json = json;
  }

  /** Address of the form, with {@code {names}}. */
  public String path() {
    return ROOT + route.path().substring(Routes.ROOT.length());
  }

  /** The least role that may send the form. */
  public Role role() {
    return route.role().orElseThrow();
  }

  /**
   * Result of a form.
   *
   * @param next the page to show
   * @param words the message on it
   */
  public record Done(String next, String words) {}

  /**
   * Carries out the action.
   *
   * @param path the parts of the address by name
   * @param form the fields of the form
   * @throws dev.garrison.server.api.ApiProblem where it cannot be carried out
   * @throws dev.garrison.diagnostic.RefusalException likewise
   */
  public Done act(AccessToken caller, Map<String, String> path, Map<String, String> form) {
    ApiAnswer answer =
        route.handler().answer(new ApiRequest(Optional.of(caller), path, Map.of(), body(form)));
    return switch (answer.body()) {
      case ApiAnswers.Begun begun ->
          new Done("/runs/" + begun.run(), t("page.done.run", "run", String.valueOf(begun.run())));
      case ApiAnswers.Asked asked ->
          new Done(Tab.JOBS.path(), t("page.done.asked", "job", asked.job()));
      case ApiAnswers.Decided decided ->
          new Done(
              Tab.JOBS.path(),
              t("page.done.mode", "job", decided.job(), "mode", JobWords.mode(decided.mode())));
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
