package dev.garrison.survey.offboarding;

import dev.garrison.ring.LeavingServer.Origin;
import dev.garrison.ring.LeavingServer.SeenAntivirus;
import dev.garrison.ring.Offboarding;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * Servers that leave, by the name of their entry in the manifest. Entries that are no longer in the
 * manifest are included as long as one of Garrison's collections refers to them.
 *
 * @param leaving those in the manifest's collection, on their way out of the rings
 * @param returning those that Garrison's collection contains and the manifest's no longer does, on
 *     their way back
 * @param servers how many the manifest's collection contains, also where there are too many to
 *     process
 */
public record LeavingFacts(
    Map<String, Offboarding> leaving,
    Map<String, Offboarding> returning,
    Map<String, Integer> servers) {
  /** No servers leave. */
  public static final LeavingFacts NONE = new LeavingFacts(Map.of(), Map.of(), Map.of());

  public LeavingFacts {
    leaving = Map.copyOf(leaving);
    returning = Map.copyOf(returning);
    servers = Map.copyOf(servers);
  }

  /** Copy with what is seen of the antivirus of the servers on their way out, by their id. */
  public LeavingFacts withAntivirus(Function<Long, SeenAntivirus> seen) {
    Map<String, Offboarding> known = new HashMap<>();
    leaving.forEach((entry, offboarding) ->
        known.put(
            entry,
            new Offboarding(
                offboarding.servers().stream()
                    .map(server ->
                        server.from(
                            new Origin(
                                server.origin().system(),
                                server.origin().rings(),
                                seen.apply(server.id()))))
                    .toList(),
                offboarding.changed(),
                offboarding.comparable())));
    return new LeavingFacts(known, returning, servers);
  }

  /** Servers of an entry that are on their way out. */
  public Offboarding leavingOf(String entry) {
    return leaving.getOrDefault(entry, Offboarding.NONE);
  }

  /** Servers of an entry that are on their way back. */
  public Offboarding returningOf(String entry) {
    return returning.getOrDefault(entry, Offboarding.NONE);
  }
}
