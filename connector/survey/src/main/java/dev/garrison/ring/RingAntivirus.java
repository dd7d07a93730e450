package dev.garrison.ring;

import dev.garrison.ring.RingWindows.Lack;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Antivirus of a ring's servers, as plans and gates see it. Exceptions and obsolete records are not
 * counted.
 *
 * @param keptOut servers of a passive ring that may not enter it, because no other antivirus is
 *     seen running on them or stated; names by ResourceID
 * @param untargeted those of them, of a system that the manifest has, that no deployment has
 *     reached
 * @param onboarded onboarded servers
 * @param unhealthy those of them whose antivirus is known not to be as the ring needs it
 * @param unprotected those of the unhealthy that nothing protects
 * @param unknown onboarded servers of which that is not known
 * @param asked onboarded servers that answered themselves and are healthy
 */
public record RingAntivirus(
    SortedMap<Long, String> keptOut,
    int untargeted,
    int onboarded,
    Lack unhealthy,
    Lack unprotected,
    Lack unknown,
    int asked) {
  /** No servers, or none of which anything was read. */
  public static final RingAntivirus NONE =
      new RingAntivirus(new TreeMap<>(), 0, 0, Lack.NONE, Lack.NONE, Lack.NONE, 0);

  public RingAntivirus {
    keptOut = Collections.unmodifiableSortedMap(new TreeMap<>(keptOut));
  }

  /** Servers that may not enter, with the first names. */
  public Lack refused() {
    Lack refused = Lack.NONE;
    for (String name : keptOut.values().stream().sorted(String.CASE_INSENSITIVE_ORDER).toList()) {
      refused = refused.and(name);
    }
    return refused;
  }
}
