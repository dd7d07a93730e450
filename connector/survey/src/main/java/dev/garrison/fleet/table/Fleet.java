package dev.garrison.fleet.table;

import dev.garrison.fleet.DeploymentStatus;
import dev.garrison.fleet.Presence;
import dev.garrison.fleet.Sensor;
import dev.garrison.fleet.Server;
import dev.garrison.manifest.Manifest;
import dev.garrison.manifest.Ring;
import dev.garrison.ring.DeploymentProgress;
import dev.garrison.ring.RingHealth;
import java.time.Instant;
import java.util.Arrays;
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
  private final List<String> rings;
  private final Set<String> passive;
  private final Rows rows = new Rows();
  private final Map<Integer, Leaving> leaving = new HashMap<>();
  private final Map<Integer, Long> twins = new HashMap<>();
  private final TextPool texts = new TextPool();
  private final FactTable facts = new FactTable(rows, texts);
  private final LiveTable live = new LiveTable(rows, texts);
  private final AntivirusTable antivirus = new AntivirusTable(rows, texts, live);

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
    members.stream()
        .filter(row -> rows.get(Column.RING, row) == 0)
        .forEach(row -> rows.set(Column.RING, row, ring + 1));
  }

  /**
   * Records the status of an onboarding deployment; the worst of several is kept. A server that is
   * in no collection any longer still belongs to the ring that targets it.
   *
   * @param ring of the deployment, from 0
   */
  public void onboarding(int row, int ring, DeploymentStatus status) {
    if (rows.get(Column.RING, row) == 0) {
      rows.set(Column.RING, row, ring + 1);
    }
    if (worse(status, RowFlags.ONBOARDING, Column.STATUS, Column.STATE, row)) {
      rows.mark(RowFlags.ONBOARDING, row, true);
      rows.mark(RowFlags.RECENT, row, status.recent());
      rows.set(Column.DEPLOYED_RING, row, ring + 1);
      rows.set(Column.STATUS, row, (int) status.statusType());
      rows.set(Column.STATE, row, (int) status.enforcementState());
      rows.set(Column.SINCE, row, Rows.seconds(status.since()));
    }
  }

  /** Records the status of a companion deployment; the worst of several of one kind is kept. */
  public void beside(CompanionState kind, int row, DeploymentStatus status) {
    if (worse(status, kind.known(), kind.status(), kind.state(), row)) {
      rows.mark(kind.known(), row, true);
      rows.mark(kind.recent(), row, status.recent());
      rows.set(kind.status(), row, (int) status.statusType());
      rows.set(kind.state(), row, (int) status.enforcementState());
      rows.set(kind.since(), row, Rows.seconds(status.since()));
    }
  }

  private boolean worse(
      DeploymentStatus status, RowFlags known, Column type, Column state, int row) {
    return !rows.is(known, row)
        || status.standing().compareTo(DeploymentProgress.of(number(type, row), number(state, row)))
            > 0;
  }

  /** Records the error code of a failed onboarding deployment. */
  public void onboardingError(int row, long code) {
    error(Column.ERROR, row, code);
  }

  /** Records the error code of a failed companion deployment. */
  public void besideError(CompanionState kind, int row, long code) {
    error(kind.error(), row, code);
  }

  /** Keeps the worse of several errors: a refusal hides no failure (F20). */
  private void error(Column column, int row, long code) {
    if (rows.get(column, row) == 0 || !DeploymentProgress.isRefusal(code)) {
      rows.set(column, row, (int) code);
    }
  }

  /** Records the requirement of an onboarding deployment that a server does not meet. */
  public void requirement(int row, String name) {
    rows.set(Column.REQUIREMENT, row, texts.place(name));
  }

  public void sensor(int row, Sensor sensor) {
    rows.mark(RowFlags.SENSOR, row, true);
    rows.mark(RowFlags.SENSOR_RUNS, row, sensor.running());
    rows.set(Column.SENSOR_STATE, row, (int) sensor.state());
    rows.set(Column.TENANT, row, texts.place(sensor.orgId()));
    rows.set(Column.LAST_CONNECTED, row, Rows.seconds(sensor.lastConnected()));
    rows.set(Column.SENSOR_ASKED, row, Rows.seconds(sensor.asked()));
  }

  public void presence(int row, Presence presence) {
    rows.mark(RowFlags.PRESENCE, row, true);
    rows.mark(RowFlags.CLIENT, row, presence.client());
    rows.mark(RowFlags.ACTIVE, row, presence.active());
    rows.mark(RowFlags.OBSOLETE, row, presence.obsolete());
    rows.set(Column.CLIENT_VERSION, row, texts.place(presence.clientVersion()));
    rows.set(Column.INVENTORIED, row, Rows.seconds(presence.inventoried()));
    rows.set(Column.INSTALLED, row, Rows.seconds(presence.installed()));
    rows.set(Column.HEARD, row, Rows.seconds(presence.heard()));
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

  /** Answers of the servers themselves. */
  public LiveTable live() {
    return live;
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
    rows.set(Column.SYSTEM, row, texts.place(caption));
    rows.set(Column.INSTALLED, row, Rows.seconds(installed));
  }

  public void system(int row, String caption) {
    system(row, caption, Optional.empty());
  }

  /**
   * Finds records of one name, once all records are read. A record that the site uses is the twin
   * of every other one that it uses, and of those that the site no longer has.
   */
  public void findTwins() {
    int[] named =
        IntStream.range(0, rows.size())
            .boxed()
            .sorted(rows::compareNames)
            .mapToInt(Integer::intValue)
            .toArray();
    for (int first = 0, end; first < named.length; first = end) {
      end = first + 1;
      while (end < named.length && rows.isSameName(named[first], named[end])) {
        end++;
      }
      if (end - first > 1) {
        findTwins(Arrays.copyOfRange(named, first, end));
      }
    }
  }

  private void findTwins(int[] named) {
    for (int row : named) {
      if (isLive(row) || !rows.is(RowFlags.PRESENCE, row)) {
        Arrays.stream(named)
            .filter(other -> other != row && isLive(other))
            .findFirst()
            .ifPresent(other -> twins.put(row, rows.id(other)));
      }
    }
  }

  private boolean isLive(int row) {
    return rows.is(RowFlags.PRESENCE, row) && presence(row).isLive();
  }

  /** Rows of the rings' servers, ring by ring, each in the order of names. */
  public int[] servers() {
    Comparator<Integer> byRing = Comparator.comparingInt(row -> rows.get(Column.RING, row));
    return IntStream.range(0, rows.size())
        .filter(row -> rows.get(Column.RING, row) > 0)
        .boxed()
        .sorted(byRing.thenComparing(rows::compareNames))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /** Ring whose deployments target a server; empty while none does. */
  public Optional<String> deployedRing(int row) {
    if (rows.is(RowFlags.ONBOARDING, row)) {
      return Optional.of(rings.get(rows.get(Column.DEPLOYED_RING, row) - 1));
    }
    return given(RowFlags.MODE, row)
        .or(() -> given(RowFlags.SETTINGS, row))
        .filter(_ -> rows.get(Column.RING, row) > 0)
        .map(_ -> rings.get(rows.get(Column.RING, row) - 1));
  }

  /** Name of a server. */
  public String name(int row) {
    return rows.name(row);
  }

  /** Ring of a server; empty text for one of no ring. */
  public String ringOf(int row) {
    int ring = rows.get(Column.RING, row);
    return ring == 0 ? "" : rings.get(ring - 1);
  }

  /** All known facts about one server. */
  public Server server(int row) {
    return new Server(
        rows.id(row),
        rows.name(row),
        ringOf(row),
        texts.at(rows.get(Column.SYSTEM, row)),
        given(RowFlags.PRESENCE, row).map(_ -> presence(row)),
        Optional.ofNullable(twins.get(row)),
        given(RowFlags.ONBOARDING, row).map(_ -> onboarding(row)),
        beside(CompanionState.ANTIVIRUS_MODE, row),
        beside(CompanionState.SETTINGS, row),
        given(RowFlags.SENSOR, row).map(_ -> sensor(row)),
        live.wasAsked(row),
        antivirus.at(row, passive.contains(ringOf(row))),
        passive.contains(ringOf(row)) ? Ring.Antivirus.PASSIVE : Ring.Antivirus.ACTIVE);
  }

  private Optional<Boolean> given(RowFlags known, int row) {
    return rows.is(known, row) ? Optional.of(true) : Optional.empty();
  }

  private Presence presence(int row) {
    return new Presence(
        rows.is(RowFlags.CLIENT, row),
        rows.is(RowFlags.ACTIVE, row),
        rows.is(RowFlags.OBSOLETE, row),
        texts.at(rows.get(Column.CLIENT_VERSION, row)),
        rows.time(Column.INVENTORIED, row),
        rows.time(Column.INSTALLED, row),
        rows.time(Column.HEARD, row));
  }

  private DeploymentStatus onboarding(int row) {
    return new DeploymentStatus(
        number(Column.STATUS, row),
        number(Column.STATE, row),
        number(Column.ERROR, row),
        texts.at(rows.get(Column.REQUIREMENT, row)),
        rows.time(Column.SINCE, row),
        rows.is(RowFlags.RECENT, row));
  }

  private Optional<DeploymentStatus> beside(CompanionState kind, int row) {
    return given(kind.known(), row)
        .map(_ ->
            new DeploymentStatus(
                number(kind.status(), row),
                number(kind.state(), row),
                number(kind.error(), row),
                "",
                rows.time(kind.since(), row),
                rows.is(kind.recent(), row)));
  }

  private Sensor sensor(int row) {
    return new Sensor(
        number(Column.SENSOR_STATE, row),
        texts.at(rows.get(Column.TENANT, row)),
        rows.is(RowFlags.SENSOR_RUNS, row),
        rows.time(Column.LAST_CONNECTED, row),
        rows.time(Column.SENSOR_ASKED, row));
  }

  private long number(Column column, int row) {
    return Integer.toUnsignedLong(rows.get(column, row));
  }

  /** Health of each ring whose deployments target any server, as its gate sees it; by name. */
  public Map<String, RingHealth> health() {
    List<Map<DeploymentProgress, Integer>> counts =
        rings.stream()
            .<Map<DeploymentProgress, Integer>>map(_ -> new EnumMap<>(DeploymentProgress.class))
            .toList();
    for (int row = 0; row < rows.size(); row++) {
      if (rows.is(RowFlags.ONBOARDING, row)) {
        counts
            .get(rows.get(Column.DEPLOYED_RING, row) - 1)
            .merge(
                DeploymentProgress.of(
                    number(Column.STATUS, row),
                    number(Column.STATE, row),
                    number(Column.ERROR, row)),
                1,
                Integer::sum);
      }
    }
    return IntStream.range(0, rings.size())
        .filter(ring -> !counts.get(ring).isEmpty())
        .boxed()
        .collect(Collectors.toMap(rings::get, ring -> RingHealth.of(counts.get(ring))));
  }
}
