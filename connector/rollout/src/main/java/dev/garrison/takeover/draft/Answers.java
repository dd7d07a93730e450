package dev.garrison.takeover.draft;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What a person gave as options; what neither they nor the site says is remembered as missing. */
public final class Answers {
  private final Map<String, String> given;
  private final Map<String, String> missing = new LinkedHashMap<>();

  /**
   * @param given by option, such as {@code --org-id}
   */
  public Answers(Map<String, String> given) {
    this.given = Map.copyOf(given);
  }

  /** What was given for an option. */
  public Optional<String> given(String option) {
    return Optional.ofNullable(given.get(option));
  }

  /** What was given, else what the site says; else it is missing and the result is empty. */
  public DraftValue<String> or(String option, Optional<DraftValue<String>> seen, String why) {
    Optional<DraftValue<String>> answer = given(option).map(DraftValue::plainly).or(() -> seen);
    if (answer.isEmpty()) {
      missing.put(option, why);
    }
    return answer.orElseGet(() -> DraftValue.plainly(""));
  }

  /** Options that have to be given, with why the site does not say it. */
  public Map<String, String> missing() {
    return new LinkedHashMap<>(missing);
  }
}
