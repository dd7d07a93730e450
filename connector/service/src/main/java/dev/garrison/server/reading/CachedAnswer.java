package dev.garrison.server.reading;

import dev.garrison.language.Language;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Caches the last answer to a question that is asked often and whose answer changes rarely. Safe
 * for use by several threads.
 *
 * @param <K> the facts that the answer depends on
 * @param <V> the answer
 */
public final class CachedAnswer<K, V> {
  private record Answer<K, V>(K key, V value) {}

  private volatile Optional<Answer<K, V>> last = Optional.empty();

  /** One for each language, for answers that have texts. */
  public static <K, V> Map<Language, CachedAnswer<K, V>> byLanguage() {
    Map<Language, CachedAnswer<K, V>> all = new EnumMap<>(Language.class);
    for (Language language : Language.values()) {
      all.put(language, new CachedAnswer<>());
    }
    return Collections.unmodifiableMap(all);
  }

  /** Returns the answer; computes it again if the facts that it depends on have changed. */
  public V get(K key, Supplier<V> making) {
    Optional<Answer<K, V>> known = last.filter(answer -> answer.key().equals(key));
    if (known.isPresent()) {
      return known.get().value();
    }
    V value = making.get();
    last = Optional.of(new Answer<>(key, value));
    return value;
  }
}
