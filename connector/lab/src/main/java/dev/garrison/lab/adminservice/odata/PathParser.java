package dev.garrison.lab.adminservice.odata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.garrison.lab.adminservice.provider.Refusal;
import dev.garrison.lab.adminservice.schema.ClassTable;
import dev.garrison.lab.adminservice.schema.KnownFrom;
import dev.garrison.lab.adminservice.schema.Mark;
import dev.garrison.lab.adminservice.schema.PropertyTable;
import dev.garrison.lab.adminservice.schema.Schema;
import dev.garrison.lab.adminservice.schema.Spelling;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Parses a resource path. The forms are {@code Class}, {@code Class(key)}, {@code Class/key},
 * {@code Class.Method}, {@code Class(key)/AdminService.Method}, and {@code Class/$count}. Class
 * names are found without regard to case, as on all builds since 2006.
 */
@KnownFrom(
    mark = Mark.DOCUMENTED,
    source = "MicrosoftDocs/memdocs, memdocs/configmgr/develop/adminservice/usage.md",
    says =
        "Since version 2006 the route has no case: of the service, the class, the method, $count and $metadata.")
@KnownFrom(
    mark = Mark.WORKING_CODE,
    source = "garrettfoster13/sccmhunter, lib/scripts/pivot.py",
    says = "Keys work in parentheses and as a segment; text keys in parentheses are quoted.")
public final class PathParser {
  private static final Pattern SEGMENT = Pattern.compile("(\\w+)(?:\\((.*)\\))?");
  private static final Pattern STATIC = Pattern.compile("(\\w+)\\.(\\w+)");
  private static final Pattern BOUND = Pattern.compile("(?i:AdminService)\\.(\\w+)");
  private static final Pattern KEY =
      Pattern.compile("(?:(\\w+)=)?('(?:[^']|'')*+'|-?\\d+|[^'(),=]+)(,|$)");

  private final Schema schema;
  private final Spelling spelling;

  /** Creates a parser for one build. */
  public PathParser(Schema schema, Spelling spelling) {
    this.schema = schema;
    this.spelling = spelling;
  }

  /** Parses the raw path after {@code /AdminService/wmi}. */
  public ResourcePath parse(String raw) {
    String path = raw.replaceAll("^/|/$", "");
    if (path.isEmpty()) {
      return new ResourcePath.ServiceDocument();
    }
    List<String> segments = List.of(path.split("/", -1));
    String first = decode(segments.getFirst());
    if (first.equalsIgnoreCase("$metadata") && segments.size() == 1) {
      return new ResourcePath.Metadata();
    }
    Matcher method = STATIC.matcher(first);
    if (method.matches() && segments.size() == 1) {
      String type = schema.addressed(method.group(1)).map(ClassTable::name).orElse(method.group(1));
      return new ResourcePath.StaticMethod(type, method.group(2));
    }
    Matcher segment = SEGMENT.matcher(first);
    if (!segment.matches()) {
      throw missing(first);
    }
    ClassTable table =
        schema
            .addressed(segment.group(1))
            .filter(found -> found.kind() == ClassTable.Kind.ENTITY)
            .orElseThrow(() -> missing(first));
    if (segment.group(2) != null) {
      return below(table, key(table, segment.group(2)), segments.subList(1, segments.size()));
    }
    if (segments.size() == 1) {
      return new ResourcePath.EntitySet(table.name());
    }
    String second = decode(segments.get(1));
    if (second.equalsIgnoreCase("$count") && segments.size() == 2) {
      return new ResourcePath.Count(table.name());
    }
    return below(table, keySegment(table, second), segments.subList(2, segments.size()));
  }

  private static ResourcePath below(
      ClassTable table, Map<String, JsonNode> key, List<String> rest) {
    if (rest.isEmpty()) {
      return new ResourcePath.Keyed(table.name(), key);
    }
    Matcher bound = BOUND.matcher(decode(rest.getFirst()));
    if (rest.size() == 1 && bound.matches()) {
      return new ResourcePath.BoundMethod(table.name(), key, bound.group(1));
    }
    throw missing(String.join("/", rest));
  }

  private Map<String, JsonNode> keySegment(ClassTable table, String text) {
    PropertyTable only = onlyKey(table);
    return isText(only)
        ? Map.of(only.name(), JsonNodeFactory.instance.textNode(text))
        : key(table, text);
  }

  private Map<String, JsonNode> key(ClassTable table, String text) {
    Map<String, JsonNode> key = new LinkedHashMap<>();
    Matcher matcher = KEY.matcher(text);
    int at = 0;
    while (at < text.length()) {
      if (!matcher.region(at, text.length()).lookingAt()) {
        throw badKey(text);
      }
      PropertyTable property =
          Optional.ofNullable(matcher.group(1))
              .map(name ->
                  table
                      .property(spelling.name(name))
                      .filter(PropertyTable::key)
                      .orElseThrow(() -> badKey(text)))
              .orElseGet(() -> onlyKey(table));
      key.put(property.name(), value(property, matcher.group(2), text));
      at = matcher.end();
    }
    if (key.size() != table.keys().size()) {
      throw badKey(text);
    }
    return key;
  }

  private static PropertyTable onlyKey(ClassTable table) {
    if (table.keys().size() != 1) {
      throw Refusal.notFound(
          table.name() + " has " + table.keys().size() + " key properties; name each of them.");
    }
    return table.keys().getFirst();
  }

  private static JsonNode value(PropertyTable property, String token, String text) {
    if (isText(property)) {
      if (!token.startsWith("'")) {
        throw badKey(text);
      }
      return JsonNodeFactory.instance.textNode(
          token.substring(1, token.length() - 1).replace("''", "'"));
    }
    try {
      return JsonNodeFactory.instance.numberNode(Long.parseLong(token));
    } catch (NumberFormatException e) {
      throw badKey(text);
    }
  }

  private static boolean isText(PropertyTable property) {
    return property.edm().name().equals("Edm.String");
  }

  private static Refusal badKey(String text) {
    return Refusal.badRequest("The key '" + text + "' is not valid for this type.");
  }

  private static Refusal missing(String segment) {
    return Refusal.notFound("Resource not found for the segment '" + segment + "'.");
  }

  private static String decode(String raw) {
    try {
      return URLDecoder.decode(raw.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw Refusal.badRequest("The path segment '" + raw + "' is not valid.");
    }
  }
}
