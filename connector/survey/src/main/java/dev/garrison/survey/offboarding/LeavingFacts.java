package dev.garrison.survey.offboarding;

import dev.garrison.ring.Offboarding;
import java.util.Map;

/**
 * The servers that leave, by the name of their entry in the manifest. Entries that the manifest has
 * no more are among them as long as a collection of ours reminds of them.
 *
 * @param leaving those in the manifest's collection, on their way out of the rings
 * @param returning those that our collection holds and the manifest's no longer does, on their way
 *     back
 * @param servers how many the manifest's collection holds, also where it is too many to look at
 */
public record LeavingFacts(
    Map<String, Offboarding> leaving,
    Map<String, Offboarding> returning,
    Map<String, Integer> servers) {
  /** Nobody leaves. */
  public static final LeavingFacts NONE = new LeavingFacts(Map.of(), Map.of(), Map.of());

  public LeavingFacts {
    leaving = Map.copyOf(leaving);
    returning = Map.copyOf(returning);
    servers = Map.copyOf(servers);
  }

  /** Those of an entry that are on their way out. */
  public Offboarding leavingOf(String entry) {
    return leaving.getOrDefault(entry, Offboarding.NONE);
  }

  /** Those of an entry that are on their way back. */
  public Offboarding returningOf(String entry) {
    return returning.getOrDefault(entry, Offboarding.NONE);
  }
}
