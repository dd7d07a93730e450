package dev.garrison.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.garrison.diagnostic.VisibleText;
import dev.garrison.json.Json;
import dev.garrison.json.JsonException;
import dev.garrison.log.LogText;
import dev.garrison.manifest.yaml.ManifestText;
import dev.garrison.probe.outcome.SiteNames;
import dev.garrison.probe.report.Redaction;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collector;
import java.util.stream.Collectors;

/** Replaces names by pseudonyms, with the same word for the same name in all files of a bundle. */
final class Pseudonyms {
  /**
   * Names of classes. They have dots like names of servers, but with one of these roots and a
   * capital letter they are not servers.
   */
  private static final Pattern CLASS =
      Pattern.compile(
          "\\b(?:java|javax|jdk|sun|com\\.sun|dev\\.garrison|org\\.(?:eclipse|h2|slf4j|apache|flywaydb|jdbi)|io\\.javalin|com\\.github\\.kagkarlsson|com\\.fasterxml|ch\\.qos|com\\.hierynomus|jcifs|kotlin)\\.(?:[a-z0-9_]+\\.){0,30}[A-Z][A-Za-z0-9_$]*");

  /** A line of a stack trace, which contains no names of a site. */
  private static final Pattern FRAME =
      Pattern.compile(
          "\\s+(?:at (?:[A-Za-z0-9_.@-]*/){0,2}(?:[A-Za-z_$][\\w$]*\\.){1,30}(?:[\\w$]+|<(?:cl)?init>)\\((?:\\w+\\.(?:java|kt)(?::[0-9]+)?|Native Method|Unknown Source)\\)|\\.\\.\\. [0-9]+ (?:more|common frames omitted))");

  /** Text that looks like the name of a server without a domain. */
  private static final Pattern SHORT =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}_<.-])(?=[A-Z0-9-]*[0-9])[A-Z][A-Z0-9-]{2,14}(?![\\p{L}\\p{N}_.-])");

  /** A known server's pseudonym with its domain. */
  private static final Pattern DOMAIN =
      Pattern.compile(
          "(<server-x?[0-9]+>)(?:\\.(?:[\\p{L}\\p{N}][\\p{L}\\p{N}-]*|<domain-[0-9]+>)){1,126}");

  private static final Pattern NO_SERVER =
      Pattern.compile(
          "GAR-.*|KB[0-9]+|SHA-?[0-9]+|UTF-?[0-9]+|AES-?[0-9]+|RC4|MD[45].*|CHG[0-9]+|TLS.*");
  private static final Pattern MESSAGE = Pattern.compile("<!\\[LOG\\[(.*?)\\]LOG\\]!>");
  private static final Set<String> OURS = Set.of("component", "format", "thread");
  private static final char MARK = '\uE000';

  private final Redaction redaction;
  private final Set<String> kept;
  private final Json json;
  private final Map<String, Integer> shortNames = new LinkedHashMap<>();

  /**
   * @param redaction replaces the known names
   * @param kept texts that are not replaced, such as heads of journals
   */
  Pseudonyms(Redaction redaction, Set<String> kept, Json json) {
    this.redaction = redaction;
    this.kept = Set.copyOf(kept);
    this.json = json;
  }

  String of(BundleFile piece) {
    return VisibleText.lines(
        switch (piece.form()) {
          case JSON -> json.pretty(tree(json.parse(piece.text())));
          case JSON_LINES -> piece.text().lines().map(this::jsonLine).collect(lines());
          case CMTRACE -> piece.text().lines().map(this::traceLine).collect(lines());
          case MANIFEST ->
              ManifestText.lines(piece.text()).stream().map(this::text).collect(lines());
        });
  }

  private static Collector<CharSequence, ?, String> lines() {
    return Collectors.joining("\n", "", "\n");
  }

  /** Replaces names in a line of JSON; a line that was cut off is treated as plain text. */
  private String jsonLine(String line) {
    try {
      return json.canonical(tree(json.parse(line)));
    } catch (JsonException cut) {
      return text(line);
    }
  }

  private String traceLine(String line) {
    Matcher message = MESSAGE.matcher(line);
    return message.find()
        ? line.substring(0, message.start(1))
            + text(message.group(1))
            + line.substring(message.end(1))
        : text(line);
  }

  private JsonNode tree(JsonNode node) {
    return switch (node) {
      case ObjectNode object -> {
        ObjectNode copy = json.object();
        object
            .properties()
            .forEach(entry -> copy.set(entry.getKey(), tree(entry.getKey(), entry.getValue())));
        yield copy;
      }
      case ArrayNode array -> {
        ArrayNode copy = json.array();
        array.forEach(each -> copy.add(tree(each)));
        yield copy;
      }
      case TextNode text -> TextNode.valueOf(text(text.asText()));
      default -> node;
    };
  }

  /**
   * Replaces names in a value, except under keys whose values are words of Garrison or class names.
   */
  private JsonNode tree(String key, JsonNode value) {
    return OURS.contains(key) ? value : tree(value);
  }

  String text(String text) {
    return text.lines()
        .map(line -> FRAME.matcher(line).matches() ? LogText.text(line) : line(line))
        .collect(Collectors.joining("\n"));
  }

  private String line(String line) {
    List<String> aside = new ArrayList<>();
    String marked =
        CLASS.matcher(LogText.text(line)).replaceAll(found -> aside(found.group(), aside));
    for (String word : kept) {
      if (marked.contains(word)) {
        marked = marked.replace(word, aside(word, aside));
      }
    }
    String named = DOMAIN.matcher(redaction.apply(marked)).replaceAll("$1");
    String redacted = SHORT.matcher(named).replaceAll(this::shortName);
    for (int index = aside.size() - 1; index >= 0; index--) {
      redacted = redacted.replace(MARK + "" + index + MARK, aside.get(index));
    }
    return redacted;
  }

  private static String aside(String text, List<String> aside) {
    aside.add(text);
    return MARK + "" + (aside.size() - 1) + MARK;
  }

  private String shortName(MatchResult found) {
    String name = found.group();
    return NO_SERVER.matcher(name).matches()
        ? name
        : "<server-y%d>".formatted(shortNames.computeIfAbsent(name, _ -> shortNames.size() + 1));
  }

  /** Number of replaced names of each kind. */
  Map<String, Integer> counts(SiteNames known) {
    Map<String, Integer> counts = new TreeMap<>();
    Set.copyOf(known.words().values())
        .forEach(word -> counts.merge(word.replaceFirst("-[0-9]+$", ""), 1, Integer::sum));
    redaction.numbered().forEach((word, count) -> counts.put(word + "-x", count));
    if (!shortNames.isEmpty()) {
      counts.put("server-y", shortNames.size());
    }
    return counts;
  }
}
