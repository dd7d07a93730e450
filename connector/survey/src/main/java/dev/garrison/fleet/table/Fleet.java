package dev.garrison.fleet.table;

import dev.garrison.fleet.DeploymentStatus;
import dev.garrison.fleet.Presence;
import dev.garrison.fleet.Sensor;
import dev.garrison.fleet.Server;
import dev.garrison.fleet.live.LiveAnswer;
import dev.garrison.manifest.Manifest;
import dev.garrison.manifest.Ring;
import dev.garrison.ring.DeploymentProgress;
import dev.garrison.ring.RingHealth;
import java.time.Instant;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Servers of a manifest's rings, with all known facts about each. It is filled by one thread, row
 * by row as the site sends them; after that, any number of threads may read.
 */
public final class Fleet {
  private static final Comparator<Row> BY_NAME =
      Comparator.comparing((Row server) -> server.name, String.CASE_INSENSITIVE_ORDER)
          .thenComparingLong(server -> server.id);

  private final List<String> rings;
  private final Set<String> passive;
  private final Rows rows = new Rows();
  private final Map<Integer, Leaving> leaving = new HashMap<>();
  private final FactTable facts = new FactTable(rows);
  private final AntivirusTable antivirus = new AntivirusTable(rows);

  /**
   * @param rings names in the manifest's order
   * @param passive those whose mode deployment sets passive mode
   */
  public Fleet(List<String> rings, Set<String> passive) {
    this.rings = List.copyOf(rings);
    this.passive = Set.copyOf(passive);
  }

  /** Creates a fleet without passive rings. */
  public Fleet(List<String> rings) {
    this(rings, Set.of());
  }

  /** Creates the fleet of a manifest, without servers. */
  public static Fleet of(Manifest manifest) {
    return new Fleet(
        manifest.rings().stream().map(Ring::name).toList(),
        manifest.rings().stream()
            .filter(ring -> ring.antivirus() == Ring.Antivirus.PASSIVE)
            .map(Ring::name)
            .collect(Collectors.toSet()));
  }

  /** Row of a device; a new one without a ring is added if there is none. */
  public int add(long id, String name) {
    return rows.add(id, name);
  }

  /** Row of a device, if there is one. */
  public OptionalInt find(long id) {
    int row = rows.find(id);
    return row < 0 ? OptionalInt.empty() : OptionalInt.of(row);
  }

  /** Assigns rows to the ring at this position, from 0, unless an earlier ring has them. */
  public void join(int ring, BitSet members) {
    members.stream().mapToObj(rows::at).forEach(server -> join(server, ring));
  }

  /**
   * Records the status of an onboarding deployment; the worst of several is kept. A server that is
   * in no collection any longer still belongs to the ring that targets it.
   *
   * @param ring of the deployment, from 0
   */
  public void onboarding(int row, int ring, DeploymentStatus status) {
    Row server = rows.at(row);
    join(server, ring);
    if (server.onboarding.add(seconds(status))) {
      server.deployedRing = ring;
    }
  }

  private static void join(Row server, int ring) {
    if (server.ring == Row.NO_RING) {
      server.ring = ring;
    }
  }

  /** Records the status of a companion deployment; the worst of several of one kind is kept. */
  public void beside(CompanionState kind, int row, DeploymentStatus status) {
    rows.at(row).of(kind).add(seconds(status));
  }

  private static DeploymentStatus seconds(DeploymentStatus status) {
    return new DeploymentStatus(
        status.statusType(),
        status.enforcementState(),
        status.errorCode(),
        status.requirement(),
        Rows.seconds(status.since()),
        status.recent());
  }

  /** Records the error code of a failed onboarding deployment. */
  public void onboardingError(int row, long code) {
    rows.at(row).onboarding.error(code);
  }

  /** Records the error code of a failed companion deployment. */
  public void besideError(CompanionState kind, int row, long code) {
    rows.at(row).of(kind).error(code);
  }

  /** Records the requirement of an onboarding deployment that a server does not meet. */
  public void requirement(int row, String name) {
    rows.at(row).onboarding.requirement(rows.shared(name));
  }

  public void sensor(int row, Sensor sensor) {
    rows.at(row).sensor =
        Optional.of(
            new Sensor(
                sensor.state(),
                rows.shared(sensor.orgId()),
                sensor.running(),
                Rows.seconds(sensor.lastConnected()),
                Rows.seconds(sensor.asked())));
  }

  public void presence(int row, Presence presence) {
    rows.at(row).presence = Optional.of(presence(presence, presence.installed()));
  }

  private Presence presence(Presence presence, Optional<Instant> installed) {
    return new Presence(
        presence.client(),
        presence.active(),
        presence.obsolete(),
        rows.shared(presence.clientVersion()),
        Rows.seconds(presence.inventoried()),
        Rows.seconds(installed),
        Rows.seconds(presence.heard()));
  }

  /** Records that an entry of {@code offboard} keeps a server out of the rings. */
  public void leave(int row, Leaving by) {
    leaving.putIfAbsent(row, by);
  }

  /** Rows of the servers that {@code offboard} keeps out of the rings. */
  public Map<Integer, Leaving> leaving() {
    return Collections.unmodifiableMap(leaving);
  }

  /** Facts that readiness depends on. */
  public FactTable facts() {
    return facts;
  }

  /** Records that a server was asked. */
  public void asked(int row) {
    rows.at(row).asked = true;
  }

  /** Records the answer of a server. */
  public void answered(int row, LiveAnswer answer) {
    asked(row);
    rows.at(row).answer = Optional.of(answer);
  }

  /** Known facts about the servers' antivirus. */
  public AntivirusTable antivirus() {
    return antivirus;
  }

  /**
   * Records the operating system.
   *
   * @param installed its InstallDate
   */
  public void system(int row, String caption, Optional<Instant> installed) {
    Row server = rows.at(row);
    server.system = rows.shared(caption);
    server.presence = server.presence.map(known -> presence(known, installed));
  }

  public void system(int row, String caption) {
    system(row, caption, Optional.empty());
  }

  /**
   * Finds records of one name, once all records are read. A record that the site uses is the twin
   * of every other one that it uses, and of those that the site no longer has.
   */
  public void findTwins() {
    List<Row> named = rows.all().stream().sorted(BY_NAME).toList();
    for (int first = 0, end; first < named.size(); first = end) {
      end = first + 1;
      while (end < named.size() && named.get(first).name.equalsIgnoreCase(named.get(end).name)) {
        end++;
      }
      findTwins(named.subList(first, end));
    }
  }

  private static void findTwins(List<Row> named) {
    named.stream()
        .filter(server -> server.isLive() || server.presence.isEmpty())
        .forEach(server ->
            server.twin =
                named.stream()
                    .filter(other -> other != server && other.isLive())
                    .map(other -> other.id)
                    .findFirst());
  }

  /** Rows of the rings' servers, ring by ring, each in the order of names. */
  public int[] servers() {
    Comparator<Row> byRing = Comparator.comparingInt(server -> server.ring);
    return rows.all().stream()
        .filter(server -> server.ring != Row.NO_RING)
        .sorted(byRing.thenComparing(BY_NAME))
        .mapToInt(server -> rows.find(server.id))
        .toArray();
  }

  /** Ring whose deployments target a server; empty while none does. */
  public Optional<String> deployedRing(int row) {
    Row server = rows.at(row);
    return server
        .onboarding
        .status()
        .map(_ -> server.deployedRing)
        .or(() -> server.mode.status().or(server.settings::status).map(_ -> server.ring))
        .filter(ring -> ring != Row.NO_RING)
        .map(rings::get);
  }

  /** Name of a server. */
  public String name(int row) {
    return rows.at(row).name;
  }

  /** Ring of a server; empty text for one of no ring. */
  public String ringOf(int row) {
    int ring = rows.at(row).ring;
    return ring == Row.NO_RING ? "" : rings.get(ring);
  }

  /** All known facts about one server. */
  public Server server(int row) {
    Row server = rows.at(row);
    boolean isPassive = passive.contains(ringOf(row));
    return new Server(
        server.id,
        server.name,
        ringOf(row),
        server.system,
        server.presence,
        server.twin,
        server.onboarding.status(),
        server.mode.status(),
        server.settings.status(),
        server.sensor,
        server.asked,
        AntivirusTable.of(server, isPassive),
        isPassive ? Ring.Antivirus.PASSIVE : Ring.Antivirus.ACTIVE);
  }

  /** Health of each ring whose deployments target any server, as its gate sees it; by name. */
  public Map<String, RingHealth> health() {
    List<Map<DeploymentProgress, Integer>> counts =
        rings.stream()
            .<Map<DeploymentProgress, Integer>>map(_ -> new EnumMap<>(DeploymentProgress.class))
            .toList();
    for (Row server : rows.all()) {
      server
          .onboarding
          .status()
          .ifPresent(
              status -> counts.get(server.deployedRing).merge(status.standing(), 1, Integer::sum));
    }
    return IntStream.range(0, rings.size())
        .filter(ring -> !counts.get(ring).isEmpty())
        .boxed()
        .collect(Collectors.toMap(rings::get, ring -> RingHealth.of(counts.get(ring))));
  }
}
