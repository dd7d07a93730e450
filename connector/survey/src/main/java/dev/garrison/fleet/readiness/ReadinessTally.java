package dev.garrison.fleet.readiness;

import dev.garrison.fleet.InventoryAges;
import dev.garrison.fleet.Server;
import dev.garrison.fleet.readiness.Readiness.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Counts of servers by ring and state, with servers of the same finding grouped. */
public final class ReadinessTally {
  /** Maximum number of names, so that they fit on a screen. */
  private static final int MOST_NAMES = 6;

  private static final int MOST_FINDINGS = 500;

  private final Map<String, Map<State, Integer>> rings = new LinkedHashMap<>();
  private final Map<Finding, Affected> findings = new LinkedHashMap<>();
  private final InventoryAges inventories = new InventoryAges();

  /**
   * Servers with one finding.
   *
   * @param names the first of them
   */
  public record Affected(Finding finding, int servers, List<String> names) {
    public Affected {
      names = List.copyOf(names);
    }

    private Affected and(String name) {
      List<String> more = new ArrayList<>(names);
      if (more.size() < MOST_NAMES) {
        more.add(name);
      }
      return new Affected(finding, servers + 1, more);
    }
  }

  /**
   * @param rings that are counted even without servers
   */
  public ReadinessTally(List<String> rings) {
    rings.forEach(ring -> this.rings.put(ring, new EnumMap<>(State.class)));
  }

  /** Counts one server. */
  public void add(Server server, Readiness readiness) {
    inventories.add(server);
    rings
        .computeIfAbsent(server.ring(), _ -> new EnumMap<>(State.class))
        .merge(readiness.state(), 1, Integer::sum);
    for (Finding finding : readiness.findings()) {
      if (findings.size() < MOST_FINDINGS || findings.containsKey(finding)) {
        findings.put(
            finding,
            findings.getOrDefault(finding, new Affected(finding, 0, List.of())).and(server.name()));
      }
    }
  }

  /** Rings, in the manifest's order. */
  public List<String> rings() {
    return List.copyOf(rings.keySet());
  }

  /** Number of servers of a ring in a state. */
  public int of(String ring, State state) {
    return rings.getOrDefault(ring, Map.of()).getOrDefault(state, 0);
  }

  /** Number of servers of a ring. */
  public int of(String ring) {
    return rings.getOrDefault(ring, Map.of()).values().stream().mapToInt(Integer::intValue).sum();
  }

  /** Number of servers in a state. */
  public int of(State state) {
    return rings.keySet().stream().mapToInt(ring -> of(ring, state)).sum();
  }

  /** Number of all servers. */
  public int servers() {
    return rings.keySet().stream().mapToInt(this::of).sum();
  }

  /** Findings with their servers, the most severe and the most frequent first. */
  public List<Affected> findings() {
    return findings.values().stream()
        .sorted(
            Comparator.comparing((Affected affected) -> affected.finding().level())
                .thenComparing(affected -> affected.finding().what())
                .thenComparing(Comparator.comparingInt(Affected::servers).reversed()))
        .toList();
  }

  /** Age of the inventory at that time; empty where there is none. */
  public Optional<InventoryAges.Ages> ages(Instant now) {
    return inventories.at(now);
  }
}
