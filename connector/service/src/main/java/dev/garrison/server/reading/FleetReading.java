package dev.garrison.server.reading;

import dev.garrison.diagnostic.Worded;
import dev.garrison.fleet.ServerState;
import dev.garrison.history.History;
import dev.garrison.history.RingLooks;
import dev.garrison.history.StandingHistory;
import dev.garrison.history.StandingPages;
import dev.garrison.history.StandingPages.Filter;
import dev.garrison.history.StandingPages.Look;
import dev.garrison.history.StandingPages.Place;
import dev.garrison.history.StandingPages.Row;
import dev.garrison.history.StandingPages.Wish;
import dev.garrison.job.JobReport.Sighting;
import dev.garrison.job.RingSeen;
import dev.garrison.job.UpdatesSeen;
import dev.garrison.manifest.Manifest;
import dev.garrison.manifest.Ring;
import dev.garrison.manifest.value.RingGate;
import dev.garrison.ring.RingHealth;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** Status of servers and rings, as the job 'status' stored it. It sends no request to the site. */
public final class FleetReading {
  private static final int MOST_STAYS = 500;

  private final Manifest manifest;
  private final History history;
  private final InstantSource clock;
  private final CachedAnswer<Days, List<ApiAnswers.Count>> daily = new CachedAnswer<>();
  private final CachedAnswer<Optional<Look>, List<StandingHistory.Count>> latest =
      new CachedAnswer<>();

  /** Facts that the counts of days depend on. */
  private record Days(LocalDate first, ZoneId zone, Optional<Look> look) {}

  public FleetReading(Manifest manifest, History history, InstantSource clock) {
    this.manifest = manifest;
    this.history = history;
    this.clock = clock;
  }

  /** Status of all servers. */
  public ApiAnswers.Status status() {
    Optional<Look> look = look();
    List<StandingHistory.Count> counts = latest.get(look, history.pages()::counts);
    return new ApiAnswers.Status(
        manifest.name(),
        manifest.site().code(),
        look.map(Look::at),
        total(counts),
        states(counts),
        shares(counts, StandingHistory.Count::ring),
        shares(counts, StandingHistory.Count::system));
  }

  /** Status of each ring, and the numbers of its servers. */
  public ApiAnswers.Rings rings() {
    List<ApiAnswers.Ring> rings = new ArrayList<>();
    Optional<Look> seen = look();
    List<StandingHistory.Count> counts = latest.get(seen, history.pages()::counts);
    Optional<RingLooks.Look> look = history.rings().latest();
    for (Ring ring : manifest.rings()) {
      List<StandingHistory.Count> own =
          counts.stream().filter(count -> count.ring().equals(ring.name())).toList();
      rings.add(
          new ApiAnswers.Ring(
              ring.name(),
              rings.size() + 1,
              ring.collections(),
              seen(look, ring).map(RingSeen::maxDevices).orElse(ring.maxDevices()),
              total(own),
              states(own),
              gate(seen(look, ring).map(RingSeen::gate).orElse(ring.gate())),
              look.flatMap(each -> standing(each, ring.name())),
              seen(look, ring).flatMap(RingSeen::antivirus)));
    }
    return new ApiAnswers.Rings(seen.map(Look::at), rings);
  }

  private static ApiAnswers.Gate gate(RingGate gate) {
    return new ApiAnswers.Gate(
        gate.onboarded(),
        gate.failed(),
        gate.reporting(),
        gate.soak().toHours(),
        gate.stalledAfter().toHours());
  }

  /**
   * Facts of a ring at the last run. A run reads the manifest again, so these are the values by
   * which it judged.
   */
  private static Optional<RingSeen> seen(Optional<RingLooks.Look> look, Ring ring) {
    return look.flatMap(each -> each.of(ring.name())).flatMap(Sighting::ring);
  }

  private static Optional<ApiAnswers.Standing> standing(RingLooks.Look look, String ring) {
    return look.of(ring)
        .map(seen ->
            new ApiAnswers.Standing(
                seen.state(),
                seen.words(),
                look.at(),
                seen.ring().flatMap(RingSeen::opened),
                seen.ring().map(each -> targets(each.health()))));
  }

  private static ApiAnswers.Targets targets(RingHealth health) {
    return new ApiAnswers.Targets(
        health.targeted(),
        health.onboarded(),
        health.failed(),
        health.underWay(),
        health.notReady(),
        health.silent());
  }

  private static int total(List<StandingHistory.Count> counts) {
    return counts.stream().mapToInt(StandingHistory.Count::servers).sum();
  }

  private static List<ApiAnswers.StateCount> states(List<StandingHistory.Count> counts) {
    Map<String, Integer> sums = new TreeMap<>();
    counts.forEach(count -> sums.merge(count.state(), count.servers(), Integer::sum));
    return sums.entrySet().stream()
        .map(sum -> new ApiAnswers.StateCount(sum.getKey(), group(sum.getKey()), sum.getValue()))
        .sorted(Comparator.comparingInt(ApiAnswers.StateCount::servers).reversed())
        .toList();
  }

  private static List<ApiAnswers.Share> shares(
      List<StandingHistory.Count> counts, Function<StandingHistory.Count, String> by) {
    Map<String, List<StandingHistory.Count>> parts = new TreeMap<>();
    counts.forEach(
        count -> parts.computeIfAbsent(by.apply(count), _ -> new ArrayList<>()).add(count));
    return parts.entrySet().stream()
        .map(part ->
            new ApiAnswers.Share(part.getKey(), total(part.getValue()), states(part.getValue())))
        .toList();
  }

  /** The group of a state; a state that this version does not know needs attention. */
  public static ServerState.Group groupOf(String state) {
    return Worded.of(ServerState.class, state).orElse(ServerState.UNCLEAR).group();
  }

  /** Name of a state's group in answers over HTTP. */
  static String group(String state) {
    return groupOf(state).identifier();
  }

  /** Name of a state's group on pages. */
  public static String label(String state) {
    return groupOf(state).label();
  }

  /**
   * A page of servers by name.
   *
   * @param limit most servers
   */
  public ApiAnswers.Servers servers(
      Optional<String> prefix,
      Optional<String> ring,
      Optional<ServerState> state,
      Optional<Place> after,
      int limit) {
    List<Row> rows =
        history
            .pages()
            .page(
                new Wish(
                    new Filter(
                        prefix.map(StandingPages::beginning),
                        ring,
                        Optional.empty(),
                        state.map(ServerState::word).map(Set::of)),
                    after,
                    limit + 1));
    List<Row> shown = rows.subList(0, Math.min(limit, rows.size()));
    return new ApiAnswers.Servers(
        history.pages().observed(),
        shown.stream()
            .map(row ->
                new ApiAnswers.Server(
                    row.name(),
                    row.ring(),
                    row.system(),
                    row.state(),
                    group(row.state()),
                    row.since()))
            .toList(),
        rows.size() > limit ? Optional.of(cursor(shown.getLast().place())) : Optional.empty());
  }

  static String cursor(Place place) {
    String text = "%d %s\n%s".formatted(place.device(), place.key(), place.ring());
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  /** The place in a page's cursor; empty where the text is not a cursor. */
  public static Optional<Place> place(String cursor) {
    try {
      String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
      int number = text.indexOf(' ');
      int line = text.indexOf('\n');
      return Optional.of(
          new Place(
              text.substring(number + 1, line),
              text.substring(line + 1),
              Long.parseLong(text.substring(0, number))));
    } catch (IllegalArgumentException | IndexOutOfBoundsException noCursor) {
      return Optional.empty();
    }
  }

  /** The sensor's updates on the update servers. */
  public ApiAnswers.Updates updates() {
    Optional<UpdatesSeen> seen = history.updates().latest();
    return new ApiAnswers.Updates(
        seen.map(UpdatesSeen::at), seen.map(UpdateAnswers::servers).orElse(List.of()));
  }

  /** History of one server, the latest state first; empty where the server is unknown. */
  public Optional<ApiAnswers.Story> story(String name) {
    List<StandingHistory.Stay> stays = history.standings().of(name, MOST_STAYS);
    return stays.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new ApiAnswers.Story(
                stays.getFirst().server(),
                stays.stream()
                    .map(stay ->
                        new ApiAnswers.Stay(
                            stay.ring(), stay.system(), stay.state(), stay.since(), stay.until()))
                    .toList()));
  }

  /** Numbers of servers in each state, at the last check of each day in UTC. */
  public ApiAnswers.Counts counts(int days) {
    Instant since = clock.instant().minus(Duration.ofDays(days));
    return new ApiAnswers.Counts(since, read(since, ZoneOffset.UTC));
  }

  /**
   * Numbers of servers in each state since a day, at the last check of each day.
   *
   * @param zone in which days begin and end
   */
  public List<ApiAnswers.Count> daily(LocalDate first, ZoneId zone) {
    return daily.get(
        new Days(first, zone, look()), () -> read(first.atStartOfDay(zone).toInstant(), zone));
  }

  /**
   * The run that made the last check of each day, since a day.
   *
   * @param zone in which days begin and end
   */
  public SortedMap<LocalDate, Long> checks(LocalDate first, ZoneId zone) {
    return history.standings().lastRuns(first.atStartOfDay(zone).toInstant(), zone);
  }

  private List<ApiAnswers.Count> read(Instant since, ZoneId zone) {
    return history.standings().daily(since, zone).stream().map(ApiAnswers.Count::of).toList();
  }

  /** The last check of all servers; results are the same until the next one. */
  public Optional<Look> look() {
    return history.pages().look();
  }
}
