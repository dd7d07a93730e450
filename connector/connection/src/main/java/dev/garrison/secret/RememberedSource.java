package dev.garrison.secret;

import dev.garrison.diagnostic.RefusalException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Reads another source once for each place, and remembers the result. An operator or a vault must
 * not be asked at every request. A refusal is remembered too. Results are remembered until {@link
 * #close}.
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

  /** Overwrites the remembered results; the source is read again afterwards. */
  @Override
  public synchronized void close() {
    given.values().forEach(characters -> Arrays.fill(characters, '\0'));
    given.clear();
    refused.clear();
  }
}
