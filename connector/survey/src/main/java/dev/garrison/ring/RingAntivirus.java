package dev.garrison.ring;

import dev.garrison.ring.RingWindows.Lack;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Antivirus of a ring's servers, as plans and gates see it. Exceptions and obsolete records are not
 * counted.
 *
 * @param keptOut servers that may not enter their ring, because the script on them is known to
 *     refuse; names by ResourceID
 * @param untargeted those of them, of a system that the manifest has, that no deployment has
 *     reached
 * @param onboarded onboarded servers
 * @param unhealthy those of them whose antivirus is known not to be as the ring needs it; without
 *     those whose own deployment has not succeeded, which count as not onboarded anyway
 * @param unprotected onboarded servers that nothing protects
 * @param unknown onboarded servers of which that is not known
 * @param asked onboarded servers that answered themselves and are healthy
 * @param askedUnhealthy onboarded servers that answered themselves and are not
 * @param silent servers that had reported, and of which the site heard nothing since the ring was
 *     noted as healthy
 * @param silentOnboarded those of them that count as onboarded and not as unhealthy
 */
public record RingAntivirus(
    SortedMap<Long, String> keptOut,
    int untargeted,
    int onboarded,
    Lack unhealthy,
    Lack unprotected,
    UnknownAntivirus unknown,
    int asked,
    int askedUnhealthy,
    Lack silent,
    int silentOnboarded) {
  /** No servers, or none of which anything was read. */
  public static final RingAntivirus NONE =
      new RingAntivirus(
          new TreeMap<>(), 0, 0, Lack.NONE, Lack.NONE, UnknownAntivirus.NONE, 0, 0, Lack.NONE, 0);

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
