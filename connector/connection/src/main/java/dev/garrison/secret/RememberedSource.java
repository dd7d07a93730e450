package dev.garrison.secret;

import dev.garrison.diagnostic.RefusalException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Asks another source once for each place, because a person or a vault must not be asked at every
 * request. A refusal is remembered too. What is remembered ends with {@link #close}.
 */
final class RememberedSource implements SecretSource, AutoCloseable {
  private final SecretSource source;
  private final Map<String, char[]> given = new HashMap<>();
  private final Map<String, RefusalException> refused = new HashMap<>();

  RememberedSource(SecretSource source) {
    this.source = source;
  }

  @Override
  public synchronized char[] read(String place) {
    RefusalException before = refused.get(place);
    if (before != null) {
      throw new RefusalException(before.diagnostics());
    }
    try {
      return given.computeIfAbsent(place, source::read).clone();
    } catch (RefusalException refusal) {
      refused.put(place, refusal);
      throw refusal;
    }
  }

  /** Overwrites what is remembered; it is asked anew afterwards. */
  @Override
  public synchronized void close() {
    given.values().forEach(characters -> Arrays.fill(characters, '\0'));
    given.clear();
    refused.clear();
  }
}
