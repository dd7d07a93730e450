package dev.garrison.fleet.antivirus;

import dev.garrison.fleet.Presence;
import dev.garrison.fleet.Server;
import dev.garrison.fleet.antivirus.AntivirusState.Health;
import dev.garrison.manifest.Manifest;
import dev.garrison.manifest.Ring;
import dev.garrison.manifest.Ring.Antivirus;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Chooses the servers of passive rings that a gate asks for their mode (F18). None is chosen unless
 * the manifest says how many. They are onboarded, their mode is not known, and the site has heard
 * of their client. The choice does not follow names, and is the same as long as the servers are.
 */
public final class ModeSample {
  private static final Comparator<Long> SPREAD =
      Comparator.<Long>comparingLong(id -> id * 0x9E37_79B9_7F4A_7C15L).thenComparing(id -> id);

  private final String tenant;
  private final Map<String, Integer> sizes = new HashMap<>();
  private final Map<String, List<Long>> candidates = new HashMap<>();

  public ModeSample(Manifest manifest) {
    this.tenant = manifest.tenant().orgId().toString();
    for (Ring ring : manifest.rings()) {
      if (ring.antivirus() == Antivirus.PASSIVE && ring.gate().modeSample() > 0) {
        sizes.put(ring.name(), ring.gate().modeSample());
      }
    }
  }

  /** Whether any ring asks servers. */
  public boolean asks() {
    return !sizes.isEmpty();
  }

  /** Considers one server. */
  public void add(Server server, AntivirusEvidence evidence) {
    if (sizes.containsKey(server.ring())
        && server.presence().filter(Presence::active).filter(one -> !one.obsolete()).isPresent()
        && AntivirusCensus.isOnboarded(server, tenant)
        && AntivirusRules.of(evidence.sinceOnboarding()).health(Antivirus.PASSIVE)
            == Health.UNKNOWN) {
      candidates.computeIfAbsent(server.ring(), _ -> new ArrayList<>()).add(server.id());
    }
  }

  /** The servers that are asked, by ResourceID. */
  public Set<Long> chosen() {
    Set<Long> chosen = new HashSet<>();
    candidates.forEach((ring, ids) ->
        ids.stream().sorted(SPREAD).limit(sizes.getOrDefault(ring, 0)).forEach(chosen::add));
    return chosen;
  }
}
