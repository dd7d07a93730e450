package dev.garrison.lab.adminservice.odata;

import dev.garrison.lab.adminservice.provider.Refusal;
import dev.garrison.lab.adminservice.schema.KnownFrom;
import dev.garrison.lab.adminservice.schema.Mark;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Parses a raw query string. A strict site answers an encoded {@code %24filter} or {@code %27} and
 * a plus sign for a space with 400; a lenient site accepts them.
 *
 * @see <a
 *     href="https://github.com/CharlesNRU/mdm-adminservice/issues/3">CharlesNRU/mdm-adminservice
 *     issue 3</a>
 */
@KnownFrom(
    mark = Mark.INFERRED,
    source = "CharlesNRU/mdm-adminservice issue 3",
    says =
        "Sites differ in %24filter, + for a blank, and %27: two published clients send them, and one 400 since version 2111 was recorded, of a GET with a body. They are refused with 400 unless the site's file has lenientQueries.")
public final class QueryString {
  private QueryString() {}

  /** Options by decoded name; a strict site refuses what is encoded without need. */
  public static Map<String, String> decode(@Nullable String raw, boolean lenient) {
    Map<String, String> options = new LinkedHashMap<>();
    if (raw == null || raw.isEmpty()) {
      return options;
    }
    for (String part : raw.split("&", -1)) {
      int equals = part.indexOf('=');
      String name = equals < 0 ? part : part.substring(0, equals);
      String value = equals < 0 ? "" : part.substring(equals + 1);
      if (!lenient && (name.contains("%") || value.contains("+") || value.contains("%27"))) {
        throw Refusal.badRequest("The query specified in the URI is not valid: " + raw);
      }
      if (options.put(percent(name), percent(value)) != null) {
        throw Refusal.badRequest(
            "Query option '" + percent(name) + "' was specified more than once.");
      }
    }
    return options;
  }

  /** Decodes percent signs, and a plus sign as a space. */
  private static String percent(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw Refusal.badRequest("The query specified in the URI is not valid: " + text);
    }
  }
}
