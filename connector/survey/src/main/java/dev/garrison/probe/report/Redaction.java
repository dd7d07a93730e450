package dev.garrison.probe.report;

import dev.garrison.probe.outcome.SiteNames;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Removes names that identify the site from a text. Known names are replaced first, each always by
 * the same word, and then everything that has the form of a name, for names that only a server's
 * message contained.
 */
public final class Redaction {
  private static final String BEFORE = "(?<![\\p{L}\\p{N}_-])";
  private static final String AFTER = "(?![\\p{L}\\p{N}_-])";

  /** Endings of dotted words that are not servers: Garrison's own files and keys, and logs. */
  private static final String NO_SERVER =
      "(?:log|conf|pem|yaml|json|md|trust|code|providers|smb|user|password|keepVersions|publishTo"
          + "|contentSource|method)";

  private final SequencedMap<Pattern, String> names = new LinkedHashMap<>();
  private final Map<String, Map<String, Integer>> numbers = new LinkedHashMap<>();
  private final List<Form> forms =
      List.of(
          // An unknown name next to a known domain.
          new Form(
              "server",
              BEFORE + "[\\p{L}\\p{N}_-]+(?:\\.[\\p{L}\\p{N}_-]+){0,126}\\.<domain-[0-9]+>"),
          new Form("user", BEFORE + "[\\p{L}\\p{N}._-]{1,256}(?=@<domain-[0-9]+>)"),
          new Form("user", "(?<=<domain-[0-9]{1,6}>\\\\)[\\p{L}\\p{N}$._-]+"),
          new Form("url", "(?i)\\b(?:https?|smb|ldap)://[^\\s'\")\\]]+"),
          new Form("path", "\\\\\\\\[^\\s'\")\\]]+"),
          new Form("path", "(?i)(?<![\\p{L}\\p{N}])[a-z]:[\\\\/][^\\s'\")\\]]+"),
          new Form(
              "path",
              "(?<![\\p{L}\\p{N}_/.:<-])/[\\p{L}\\p{N}_.-]++/[\\p{L}\\p{N}_./-]*[\\p{L}\\p{N}_.-]"),
          new Form("sid", "\\bS-1-[0-9]+(?:-[0-9]+){2,15}\\b"),
          new Form("guid", "(?i)\\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\\b"),
          new Form("digest", "(?i)\\b[0-9a-f]{40,64}\\b"),
          new Form("user", BEFORE + "[\\p{L}\\p{N}.-]{1,256}\\\\[\\p{L}\\p{N}$._-]+"),
          new Form("user", BEFORE + "[\\p{L}\\p{N}._-]{1,256}@[\\p{L}\\p{N}.-]+"),
          new Form("subject", "\\b(?:CN|OU|O|DC|L|ST|C)=[^,;'\"\\n]+"),
          new Form("address", "(?<![0-9.])(?:(?:[0-9]{1,3})\\.){3}[0-9]{1,3}(?![0-9.])"),
          new Form(
              "address",
              "(?i)(?<![\\p{L}\\p{N}:])(?:[0-9a-f]{1,4}:){3,7}[0-9a-f]{1,4}(?![\\p{L}\\p{N}:])"),
          new Form(
              "server",
              "(?<![\\p{L}\\p{N}_.$-])(?:[\\p{L}][\\p{L}\\p{N}-]*\\.){1,126}(?!"
                  + NO_SERVER
                  + "(?![\\p{L}\\p{N}]))[\\p{L}]{2,}(?![\\p{L}\\p{N}_-])"));

  /** Form of a name, with the word that replaces it. */
  private record Form(String word, Pattern pattern) {
    Form(String word, String pattern) {
      this(word, Pattern.compile(pattern));
    }
  }

  /**
   * @param known names that were found, with their replacement words
   */
  public Redaction(SiteNames known) {
    known.words().entrySet().stream()
        .sorted(
            Map.Entry.<String, String>comparingByKey(
                Comparator.comparingInt(String::length).reversed()))
        .forEach(entry ->
            names.put(
                Pattern.compile(
                    BEFORE + Pattern.quote(entry.getKey()) + AFTER,
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE),
                "<" + entry.getValue() + ">"));
  }

  /** Replaces the names in a text. */
  public String apply(String text) {
    String redacted = text;
    for (Map.Entry<Pattern, String> name : names.entrySet()) {
      redacted =
          name.getKey().matcher(redacted).replaceAll(Matcher.quoteReplacement(name.getValue()));
    }
    for (Form form : forms) {
      redacted =
          form.pattern()
              .matcher(redacted)
              .replaceAll(match -> Matcher.quoteReplacement(numbered(form.word(), match.group())));
    }
    return redacted;
  }

  /** Numbers of names so far that were recognized only by their form, by kind. */
  public Map<String, Integer> numbered() {
    Map<String, Integer> counts = new TreeMap<>();
    numbers.forEach((word, names) -> counts.put(word, names.size()));
    return counts;
  }

  private String numbered(String word, String name) {
    Map<String, Integer> known = numbers.computeIfAbsent(word, _ -> new LinkedHashMap<>());
    int number = known.computeIfAbsent(name, _ -> known.size() + 1);
    return "<" + word + "-x" + number + ">";
  }
}
