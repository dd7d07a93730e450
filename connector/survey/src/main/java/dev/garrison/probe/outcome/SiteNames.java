package dev.garrison.probe.outcome;

import dev.garrison.diagnostic.Worded;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;

/**
 * Names that would identify the probed site, collected during the checks. Each has a replacement
 * word for a report, the same one everywhere.
 */
public final class SiteNames {
  /** Kind of name. */
  public enum Kind implements Worded {
    SERVER,
    DOMAIN,
    USER,
    SITE,
    TENANT,
    SHARE,
    CERTIFICATE,
    GROUP,
    COLLECTION,
    NAME,
    PATH
  }

  private final SequencedMap<String, String> words = new LinkedHashMap<>();
  private final Map<Kind, Integer> counts = new LinkedHashMap<>();

  /** Adds a name. An empty or known one changes nothing. */
  public void know(Kind kind, String name) {
    String key = name.strip().toLowerCase(Locale.ROOT);
    if (!key.isEmpty() && !words.containsKey(key)) {
      words.put(key, kind.word() + "-" + counts.merge(kind, 1, Integer::sum));
    }
  }

  /** Adds a server: its full name, the first part of it, and the domain; or only an IP address. */
  public void knowServer(String host) {
    know(Kind.SERVER, host);
    int dot = host.indexOf('.');
    if (dot > 0 && !host.matches("[0-9.]+") && host.indexOf(':') < 0) {
      alias(host.substring(0, dot), host);
      know(Kind.DOMAIN, host.substring(dot + 1));
    }
  }

  /** Adds {@code DOMAIN\name} or {@code name@realm}, and its parts. */
  public void knowUser(String user) {
    int backslash = user.indexOf('\\');
    int at = user.indexOf('@');
    if (backslash > 0) {
      know(Kind.DOMAIN, user.substring(0, backslash));
      know(Kind.USER, user.substring(backslash + 1));
    } else if (at > 0) {
      know(Kind.USER, user.substring(0, at));
      know(Kind.DOMAIN, user.substring(at + 1));
    } else {
      know(Kind.USER, user);
    }
  }

  private void alias(String name, String of) {
    String word = words.get(of.strip().toLowerCase(Locale.ROOT));
    if (word != null) {
      words.putIfAbsent(name.toLowerCase(Locale.ROOT), word);
    }
  }

  /** Names in lower case, each with its replacement word. */
  public SequencedMap<String, String> words() {
    return new LinkedHashMap<>(words);
  }
}
