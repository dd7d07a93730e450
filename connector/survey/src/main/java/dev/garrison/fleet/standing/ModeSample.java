package dev.garrison.fleet.standing;

import dev.garrison.fleet.Presence;
import dev.garrison.fleet.Server;
import dev.garrison.fleet.antivirus.AntivirusState.Health;
import dev.garrison.manifest.Manifest;
import dev.garrison.manifest.Ring;
import dev.garrison.manifest.Ring.Antivirus;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Chooses the servers of passive rings that a gate asks for their mode (F18). None is chosen unless
 * the manifest says how many. They are onboarded, their mode is not known, and the site has heard
 * of their client. Some more than needed are asked, so that one that does not answer holds nobody
 * up. The choice does not follow names, and is the same as long as the servers are.
 */
public final class ModeSample {
  private static final Comparator<Long> SPREAD =
      Comparator.<Long>comparingLong(id -> id * 0x9E37_79B9_7F4A_7C15L).thenComparing(id -> id);

  private static final long LEAST_RESERVE = 2;

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
  public void add(Server server) {
    if (sizes.containsKey(server.ring())
        && server.presence().filter(Presence::active).filter(one -> !one.obsolete()).isPresent()
        && AntivirusCensus.isOnboarded(server, tenant)
        && AntivirusCensus.sinceOnboarding(server).health(Antivirus.PASSIVE) == Health.UNKNOWN) {
      candidates.computeIfAbsent(server.ring(), _ -> new ArrayList<>()).add(server.id());
    }
  }

  /** The servers that are asked: half more than needed, and at least two more. */
  public Choice chosen() {
    List<Group> groups = new ArrayList<>();
    candidates.forEach((ring, ids) -> {
      int needed = sizes.getOrDefault(ring, 0);
      long asked = needed + Math.max(LEAST_RESERVE, needed / 2L);
      groups.add(
          new Group(ids.stream().sorted(SPREAD).limit(asked).collect(Collectors.toSet()), needed));
    });
    return new Choice(groups);
  }

  /**
   * Servers of one ring that are asked.
   *
   * @param servers by ResourceID
   * @param needed number of answers that its gate needs
   */
  record Group(Set<Long> servers, int needed) {
    Group {
      servers = Set.copyOf(servers);
    }
  }

  /** Servers of all rings that are asked. */
  public record Choice(List<Group> groups) {
    public Choice {
      groups = List.copyOf(groups);
    }

    /** The servers, by ResourceID. */
    public Set<Long> servers() {
      return groups.stream()
          .flatMap(group -> group.servers().stream())
          .collect(Collectors.toUnmodifiableSet());
    }

    /** Checks whether no gate needs another answer than those of these servers. */
    public boolean isEnough(Set<Long> answered) {
      return groups.stream()
          .allMatch(group ->
              group.servers().stream().filter(answered::contains).count() >= group.needed());
    }
  }
}
