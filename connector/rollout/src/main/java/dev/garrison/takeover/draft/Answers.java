package dev.garrison.takeover.draft;

import dev.garrison.language.Text;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Answers that a person gave as options. An answer that neither the person nor the site gives is
 * recorded as missing.
 */
public final class Answers {
  private final Map<String, String> given;
  private final Map<String, Text> missing = new LinkedHashMap<>();

  /**
   * @param given by option, such as {@code --org-id}
   */
  public Answers(Map<String, String> given) {
    this.given = Map.copyOf(given);
  }

  /** The answer for an option. */
  public Optional<String> given(String option) {
    return Optional.ofNullable(given.get(option));
  }

  /**
   * The given answer, else the site's; if there is neither, it is missing and the result is empty.
   */
  public DraftValue<String> or(String option, Optional<DraftValue<String>> seen, Text why) {
    Optional<DraftValue<String>> answer = given(option).map(DraftValue::plainly).or(() -> seen);
    if (answer.isEmpty()) {
      missing.put(option, why);
    }
    return answer.orElseGet(() -> DraftValue.plainly(""));
  }

  /** Options that have to be given, with the reason why the site does not show the answer. */
  public Map<String, Text> missing() {
    return new LinkedHashMap<>(missing);
  }
}
