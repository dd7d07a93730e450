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
 * Parses a raw query string. Since build 9068 (version 2111), an encoded {@code %24filter} and a
 * plus sign for a space are answered with 400; older builds accepted both.
 *
 * @see <a
 *     href="https://github.com/CharlesNRU/mdm-adminservice/issues/3">CharlesNRU/mdm-adminservice
 *     issue 3</a>
 */
@KnownFrom(
    mark = Mark.RECORDED,
    source = "CharlesNRU/mdm-adminservice issue 3",
    says = "From build 9068 on an encoded %24filter and + for a blank answer 400.")
public final class QueryString {
  /** First build that parses strictly. */
  public static final int STRICT_SINCE = 9068;

  private QueryString() {}

  /** Options by decoded name. */
  public static Map<String, String> decode(@Nullable String raw, int build) {
    Map<String, String> options = new LinkedHashMap<>();
    if (raw == null || raw.isEmpty()) {
      return options;
    }
    boolean strict = build >= STRICT_SINCE;
    for (String part : raw.split("&", -1)) {
      int equals = part.indexOf('=');
      String name = equals < 0 ? part : part.substring(0, equals);
      String value = equals < 0 ? "" : part.substring(equals + 1);
      if (strict && (name.contains("%") || value.contains("+"))) {
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
