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

/** Patterns of all modules by language, read once each. */
final class Bundles {
  /** Pattern of a text that is not ours to translate. */
  static final String VERBATIM = "verbatim";

  private static final Map<Language, Properties> READ =
      Collections.synchronizedMap(new EnumMap<>(Language.class));

  private Bundles() {}

  /** The pattern of a key, which must exist in every language. */
  static String pattern(Language language, String key) {
    String pattern = READ.computeIfAbsent(language, Bundles::read).getProperty(key);
    if (pattern == null) {
      throw new IllegalArgumentException("no text '%s' in %s".formatted(key, language.tag()));
    }
    return pattern;
  }

  /** The keys of all texts, sorted. */
  static List<String> keys() {
    return READ.computeIfAbsent(Language.ENGLISH, Bundles::read).stringPropertyNames().stream()
        .sorted()
        .toList();
  }

  /** The name of the bundles of a language, one in each module that has texts. */
  static String name(Language language) {
    return language == Language.ENGLISH
        ? "garrison-texts.properties"
        : "garrison-texts_" + language.tag() + ".properties";
  }

  private static Properties read(Language language) {
    try {
      Properties all = new Properties();
      for (URL bundle :
          Collections.list(Bundles.class.getClassLoader().getResources(name(language)))) {
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
