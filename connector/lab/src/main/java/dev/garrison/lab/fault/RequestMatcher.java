package dev.garrison.lab.fault;

import java.util.regex.Pattern;

/**
 * Selects the requests that a fault affects.
 *
 * @param method an HTTP method, or {@code *} for all
 * @param path found anywhere in the raw path and query, after {@code /AdminService}
 */
public record RequestMatcher(String method, Pattern path) {
  /** Creates a matcher from text. */
  public static RequestMatcher of(String method, String pathRegex) {
    return new RequestMatcher(method, Pattern.compile(pathRegex));
  }

  /** Creates a matcher for every request. */
  public static RequestMatcher any() {
    return of("*", "");
  }

  boolean matches(String requestMethod, String requestPath) {
    return (method.equals("*") || method.equals(requestMethod)) && path.matcher(requestPath).find();
  }
}
