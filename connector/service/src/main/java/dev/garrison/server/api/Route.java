package dev.garrison.server.api;

import dev.garrison.json.JsonForm;
import dev.garrison.login.Role;
import java.util.List;
import java.util.Optional;

/**
 * One thing that can be asked: the server registers it, and the description of the API is made from
 * it.
 *
 * @param path with {@code {names}}
 * @param role the least; empty where nobody has to sign in
 * @param summary a sentence
 * @param parameters those of the query; others are refused
 * @param body the form that is sent
 * @param answer the form that is answered
 */
public record Route(
    Method method,
    String path,
    Optional<Role> role,
    String summary,
    List<Parameter> parameters,
    Optional<Class<? extends JsonForm>> body,
    Class<? extends JsonForm> answer,
    Handler handler) {
  public Route {
    parameters = List.copyOf(parameters);
  }

  /** How it is asked. */
  public enum Method {
    GET,
    POST
  }

  /** Answers. */
  @FunctionalInterface
  public interface Handler {
    /**
     * The answer.
     *
     * @throws ApiProblem where there is none
     * @throws dev.garrison.diagnostic.RefusalException likewise
     */
    ApiAnswer answer(ApiRequest request);
  }

  static Route reading(
      String path,
      String summary,
      List<Parameter> parameters,
      Class<? extends JsonForm> answer,
      Handler handler) {
    return new Route(
        Method.GET,
        Routes.ROOT + path,
        Optional.of(Role.VIEWER),
        summary,
        parameters,
        Optional.empty(),
        answer,
        handler);
  }

  static Route action(
      String path, Role role, String summary, Class<? extends JsonForm> answer, Handler handler) {
    return new Route(
        Method.POST,
        Routes.ROOT + path,
        Optional.of(role),
        summary,
        List.of(),
        Optional.empty(),
        answer,
        handler);
  }

  Route with(Class<? extends JsonForm> sent) {
    return new Route(method, path, role, summary, parameters, Optional.of(sent), answer, handler);
  }
}
