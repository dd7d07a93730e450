package dev.garrison.language;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;

/** Patterns of all modules by language, read once each. */
final class Bundles {
  /** Pattern of a text that is not ours to translate. */
  static final String VERBATIM = "verbatim";

  private static final String FORMER = "garrison-former.properties";

  private static final Map<Language, Properties> READ =
      Collections.synchronizedMap(new EnumMap<>(Language.class));

  private Bundles() {}

  /** The pattern of a key, which must exist in every language. */
  static String pattern(Language language, String key) {
    String pattern = READ.computeIfAbsent(language, each -> read(name(each))).getProperty(key);
    if (pattern == null) {
      throw new IllegalArgumentException("no text '%s' in %s".formatted(key, language.tag()));
    }
    return pattern;
  }

  /** English patterns of earlier versions by key: records may have sentences of theirs. */
  static Map<String, String> formerPatterns() {
    Properties former = read(FORMER);
    return former.stringPropertyNames().stream()
        .collect(Collectors.toMap(key -> key, former::getProperty));
  }

  /** The keys of all texts, sorted. */
  static List<String> keys() {
    return READ
        .computeIfAbsent(Language.ENGLISH, each -> read(name(each)))
        .stringPropertyNames()
        .stream()
        .sorted()
        .toList();
  }

  /** The name of the bundles of a language, one in each module that has texts. */
  static String name(Language language) {
    return language == Language.ENGLISH
        ? "garrison-texts.properties"
        : "garrison-texts_" + language.tag() + ".properties";
  }

  private static Properties read(String name) {
    try {
      Properties all = new Properties();
      for (URL bundle : Collections.list(Bundles.class.getClassLoader().getResources(name))) {
        try (Reader text = new InputStreamReader(bundle.openStream(), StandardCharsets.UTF_8)) {
          all.load(text);
        }
      }
      return all;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
