package dev.garrison.fleet;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Counts of servers by ring and state, with servers of the same cause grouped. */
public final class Tally {
  /** Maximum number of names, so that they fit on a screen. */
  private static final int MOST_NAMES = 6;

  private static final int MOST_CAUSES = 500;

  private final Map<String, Map<ServerState, Integer>> rings = new LinkedHashMap<>();
  private final Map<Cause, List<String>> names = new LinkedHashMap<>();
  private final Map<Cause, Integer> causes = new LinkedHashMap<>();
  private final Map<String, Map<ServerState.Group, Integer>> systems = new TreeMap<>();
  private final Map<String, Integer> dangers = new HashMap<>();
  private final InventoryAges inventories = new InventoryAges();

  /**
   * Cause of a state.
   *
   * @param disagrees whether two sources contradict each other
   */
  public record Cause(ServerState state, String why, String remedy, boolean disagrees) {}

  /**
   * Servers with one cause.
   *
   * @param names the first of them
   */
  public record Affected(Cause cause, int servers, List<String> names) {
    public Affected {
      names = List.copyOf(names);
    }
  }

  /**
   * @param rings that are counted even without servers
   */
  public Tally(List<String> rings) {
    rings.forEach(ring -> this.rings.put(ring, new EnumMap<>(ServerState.class)));
  }

  /** Counts one server. */
  public void add(Server server, Verdict verdict) {
    rings
        .computeIfAbsent(server.ring(), _ -> new EnumMap<>(ServerState.class))
        .merge(verdict.state(), 1, Integer::sum);
    Cause cause =
        new Cause(
            verdict.state(), verdict.why(), verdict.remedy(), verdict.disagreement().isPresent());
    if (causes.size() < MOST_CAUSES || causes.containsKey(cause)) {
      causes.merge(cause, 1, Integer::sum);
      List<String> first = names.computeIfAbsent(cause, _ -> new ArrayList<>());
      if (first.size() < MOST_NAMES) {
        first.add(server.name());
      }
    }
    systems
        .computeIfAbsent(server.system(), _ -> new EnumMap<>(ServerState.Group.class))
        .merge(verdict.state().group(), 1, Integer::sum);
    if (server.protection().danger().isPresent()) {
      dangers.merge(server.ring(), 1, Integer::sum);
    }
    inventories.add(server);
  }

  /** Number of servers of a ring in the states of a group. */
  public int of(String ring, ServerState.Group group) {
    return rings.getOrDefault(ring, Map.of()).entrySet().stream()
        .filter(entry -> entry.getKey().group() == group)
        .mapToInt(Map.Entry::getValue)
        .sum();
  }

  /** Number of servers of a ring. */
  public int of(String ring) {
    return rings.getOrDefault(ring, Map.of()).values().stream().mapToInt(Integer::intValue).sum();
  }

  /** Number of servers of a ring whose antivirus is in a known danger, onboarded or not. */
  public int inDanger(String ring) {
    return dangers.getOrDefault(ring, 0);
  }

  /** Number of servers in the states of a group. */
  public int of(ServerState.Group group) {
    return rings.keySet().stream().mapToInt(ring -> of(ring, group)).sum();
  }

  /** Number of all servers. */
  public int servers() {
    return rings.keySet().stream().mapToInt(this::of).sum();
  }

  /** Numbers of servers by state, in the states' order, without zeros. */
  public Map<ServerState, Integer> states() {
    Map<ServerState, Integer> states = new EnumMap<>(ServerState.class);
    rings
        .values()
        .forEach(
            counts -> counts.forEach((state, count) -> states.merge(state, count, Integer::sum)));
    return states;
  }

  /** Numbers of servers of a ring by state, without zeros. */
  public Map<ServerState, Integer> states(String ring) {
    return Map.copyOf(rings.getOrDefault(ring, Map.of()));
  }

  /** Numbers by operating system and group; the empty name means servers without inventory. */
  public Map<String, Map<ServerState.Group, Integer>> systems() {
    return Collections.unmodifiableMap(systems);
  }

  /** Rings, in the manifest's order. */
  public List<String> rings() {
    return List.copyOf(rings.keySet());
  }

  /** Causes by state, the most frequent first. */
  public List<Affected> causes() {
    return causes.entrySet().stream()
        .sorted(
            Comparator.comparing((Map.Entry<Cause, Integer> entry) -> entry.getKey().state())
                .thenComparing(Map.Entry.comparingByValue(Comparator.reverseOrder())))
        .map(entry ->
            new Affected(
                entry.getKey(), entry.getValue(), names.getOrDefault(entry.getKey(), List.of())))
        .toList();
  }

  /** Age of the inventory at that time; empty where there is none. */
  public Optional<InventoryAges.Ages> ages(Instant now) {
    return inventories.at(now);
  }
}
