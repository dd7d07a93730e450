package dev.garrison.server;

import dev.garrison.language.Message;
import dev.garrison.server.api.ApiProblem;
import dev.garrison.server.api.ServerCode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * Parses the body of an HTML form.
 *
 * @see <a href="https://url.spec.whatwg.org/#application/x-www-form-urlencoded">Forms</a>
 */
final class FormBody {
  static final String MEDIA_TYPE = "application/x-www-form-urlencoded";

  private FormBody() {}

  /** The fields by name. */
  static Map<String, String> fields(String body) {
    Map<String, String> fields = new HashMap<>();
    for (String field : body.split("&", -1)) {
      String[] parts = field.split("=", 2);
      if (!field.isEmpty()
          && fields.put(decoded(parts[0]), parts.length > 1 ? decoded(parts[1]) : "") != null) {
        throw refused();
      }
    }
    return fields;
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException cut) {
      throw refused();
    }
  }

  private static ApiProblem refused() {
    return ApiProblem.of(400, ServerCode.REQUEST_REFUSED, Message.of("request.no-form"));
  }
}
