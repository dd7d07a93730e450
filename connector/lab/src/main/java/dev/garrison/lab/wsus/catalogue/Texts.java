package dev.garrison.lab.wsus.catalogue;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Titles and description of an update or category.
 *
 * @param titles by language, such as "en" or "pt-br"; English is always present
 */
public record Texts(Map<String, String> titles, String description) {
  private static final String ENGLISH = "en";

  public Texts {
    titles = Map.copyOf(titles);
    if (!titles.containsKey(ENGLISH)) {
      throw new IllegalArgumentException("there is no English title in " + titles);
    }
  }

  /** Title in a language, if there is one. */
  public Optional<String> title(String language) {
    return Optional.ofNullable(titles.get(language));
  }

  /** The English title. */
  public String english() {
    return title(ENGLISH).orElseThrow();
  }

  /** All titles, sorted by language. */
  public Map<String, String> sorted() {
    return new TreeMap<>(titles);
  }
}
