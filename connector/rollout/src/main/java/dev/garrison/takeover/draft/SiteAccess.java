package dev.garrison.takeover.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Access to the site, as a person gave it. The manifest gets the same.
 *
 * @param texts keys of the section {@code site} with one text each
 * @param trust entries by which server certificates are trusted; none for the system's authorities
 * @param switches keys of the section that are true
 */
public record SiteAccess(
    String provider, Map<String, String> texts, List<String> trust, List<String> switches) {
  public SiteAccess {
    trust = List.copyOf(trust);
    switches = List.copyOf(switches);
  }

  /** The lines of the section, without its head. */
  public List<String> lines(String code) {
    List<String> lines = new ArrayList<>();
    lines.add("code: " + Yaml.quoted(code));
    lines.add("providers: " + Yaml.list(List.of(provider)));
    lines.addAll(furtherLines());
    return lines;
  }

  /** The lines of the section beyond code and provider. */
  public List<String> furtherLines() {
    List<String> lines = new ArrayList<>();
    texts.forEach((key, text) -> lines.add(key + ": " + Yaml.quoted(text)));
    if (!trust.isEmpty()) {
      lines.add("trust: " + Yaml.list(trust));
    }
    switches.forEach(key -> lines.add(key + ": true"));
    return lines;
  }
}
