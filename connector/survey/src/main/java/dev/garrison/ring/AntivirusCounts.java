package dev.garrison.ring;

import dev.garrison.json.JsonForm;
import dev.garrison.ring.RingWindows.Lack;
import java.util.List;

/**
 * Antivirus of a ring's servers in the form of JSON answers, as its gate counts them.
 *
 * @param keptOut servers that may not enter the ring
 * @param onboarded onboarded servers
 * @param unhealthy those of them whose antivirus is known not to be as the ring needs it; without
 *     those whose own deployment has not succeeded
 * @param unprotected onboarded servers that nothing protects
 * @param unknown onboarded servers of which that is not known
 * @param asked onboarded servers that answered themselves and are healthy
 */
public record AntivirusCounts(
    CountedServers keptOut,
    int onboarded,
    CountedServers unhealthy,
    CountedServers unprotected,
    CountedServers unknown,
    int asked)
    implements JsonForm {
  /**
   * Servers with the same result.
   *
   * @param names the first of them, or all
   */
  public record CountedServers(int servers, List<String> names) implements JsonForm {
    public CountedServers {
      names = List.copyOf(names);
    }

    /** Names of the servers, and the number of others. */
    public String listed() {
      return new Lack(servers, names).listed();
    }

    private static CountedServers of(Lack servers) {
      return new CountedServers(servers.servers(), servers.names());
    }
  }

  /** Counts that name every server that is kept out. */
  public static AntivirusCounts of(RingAntivirus ring) {
    List<String> names =
        ring.keptOut().values().stream().sorted(String.CASE_INSENSITIVE_ORDER).toList();
    return of(ring, new CountedServers(names.size(), names));
  }

  /** Counts with few names, to be stored. */
  public static AntivirusCounts brief(RingAntivirus ring) {
    return of(ring, CountedServers.of(ring.refused()));
  }

  private static AntivirusCounts of(RingAntivirus ring, CountedServers keptOut) {
    return new AntivirusCounts(
        keptOut,
        ring.onboarded(),
        CountedServers.of(ring.unhealthy()),
        CountedServers.of(ring.unprotected()),
        CountedServers.of(ring.unknown().all()),
        ring.asked());
  }
}
