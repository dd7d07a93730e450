package dev.garrison.server.reading;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * The last answer to a question that many ask and whose answer changes seldom. Safe for use by
 * several threads.
 *
 * @param <K> what the answer depends on
 * @param <V> the answer
 */
public final class CachedAnswer<K, V> {
  private record Answer<K, V>(K key, V value) {}

  private volatile Optional<Answer<K, V>> last = Optional.empty();

  /** The answer; made anew where what it depends on is not as it was. */
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
