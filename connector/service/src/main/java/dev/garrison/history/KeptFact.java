package dev.garrison.history;

import dev.garrison.json.Json;
import dev.garrison.json.JsonForm;
import dev.garrison.language.Text;
import dev.garrison.manifest.notification.NoticeKind;
import dev.garrison.notice.FoundProblem;
import java.time.Duration;
import java.util.Optional;

/**
 * A found problem, as rows of the history hold it.
 *
 * @param kind a {@link NoticeKind}, in capitals
 * @param patience a duration of ISO 8601, such as {@code PT6H}
 */
record KeptFact(
    Optional<Integer> format,
    String key,
    String family,
    String kind,
    String patience,
    KeptFinding finding)
    implements JsonForm {
  private static final int FORMAT = 2;

  static KeptFact of(FoundProblem fact) {
    return new KeptFact(
        Optional.of(FORMAT),
        fact.key(),
        fact.family(),
        fact.kind().name(),
        fact.patience().toString(),
        KeptFinding.of(fact.finding()));
  }

  /**
   * Reads the problem of this key.
   *
   * @param key names the problem where it cannot be read
   */
  static FoundProblem read(Json json, String key, String text) {
    return KeptJson.required(
        Text.of("history.what-fact", "key", key),
        () -> KeptJson.read(json, json.parse(text), FORMAT, KeptFact.class, KeptFact::fact));
  }

  private FoundProblem fact() {
    return new FoundProblem(
        key, family, NoticeKind.valueOf(kind), Duration.parse(patience), finding.finding());
  }
}
