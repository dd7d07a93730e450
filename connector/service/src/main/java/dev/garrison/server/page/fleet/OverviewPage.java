package dev.garrison.server.page.fleet;

import dev.garrison.fleet.ServerState;
import dev.garrison.history.History;
import dev.garrison.history.StandingPages.Look;
import dev.garrison.history.UpdateLooks;
import dev.garrison.job.UpdatesSeen;
import dev.garrison.manifest.Manifest;
import dev.garrison.manifest.Ring;
import dev.garrison.server.page.chart.Bar;
import dev.garrison.server.page.chart.Columns;
import dev.garrison.server.page.chart.Line;
import dev.garrison.server.page.fleet.AttentionList.Need;
import dev.garrison.server.page.frame.Frame;
import dev.garrison.server.page.frame.Page;
import dev.garrison.server.page.frame.PageRequest;
import dev.garrison.server.page.frame.Percent;
import dev.garrison.server.page.frame.View;
import dev.garrison.server.reading.ApiAnswers;
import dev.garrison.server.reading.CachedAnswer;
import dev.garrison.server.reading.FleetReading;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** Start page: the states of all servers, and the items that need attention. */
final class OverviewPage {
  private static final int DAYS = 30;

  /** Most update servers on this page; the page of updates shows all. */
  private static final int UPDATE_SERVERS = 4;

  private final Manifest manifest;
  private final UpdateLooks updates;
  private final FleetReading fleet;
  private final AttentionList needs;
  private final CachedAnswer<Seen, Drawn> drawings = new CachedAnswer<>();

  OverviewPage(Manifest manifest, History history, FleetReading fleet) {
    this.manifest = manifest;
    this.updates = history.updates();
    this.fleet = fleet;
    this.needs = new AttentionList(history.runs(), history.facts());
  }

  /**
   * Content of the page.
   *
   * @param isOld whether the last check is too long ago
   * @param updatesSeen time of the last check of the update servers
   */
  record Model(
      Frame frame,
      List<Need> needs,
      boolean isOld,
      Drawn drawn,
      List<UpdatesPage.Card> updates,
      boolean areMoreUpdates,
      Instant updatesSeen) {}

  /**
   * Counts and charts of the last check of all servers, and of the days before.
   *
   * @param groups numbers of servers in each group of states
   */
  record Drawn(
      ApiAnswers.Status status,
      int onboarded,
      List<Group> groups,
      Columns columns,
      List<DayRow> days,
      List<Part> rings,
      List<Part> systems) {
    int servers() {
      return status.servers();
    }

    String percent() {
      return Percent.of(onboarded, status.servers());
    }
  }

  /** Inputs of the charts; they are drawn again only when these change. */
  private record Seen(Optional<Look> look, LocalDate today) {}

  /** The days of the charts. */
  private record Days(LocalDate last, ZoneId zone) {
    LocalDate first() {
      return last.minusDays(DAYS - 1L);
    }

    /** Numbers of servers in each group, by day. */
    SortedMap<LocalDate, Map<String, Integer>> of(List<ApiAnswers.Count> counts) {
      SortedMap<LocalDate, Map<String, Integer>> days = new TreeMap<>();
      counts.forEach(count ->
          days.computeIfAbsent(LocalDate.ofInstant(count.at(), zone), _ -> nothing())
              .merge(FleetReading.label(count.state()), count.servers(), Integer::sum));
      return days;
    }
  }

  /** A group of states. */
  record Group(String name, String style, int servers, String percent) {}

  /** A ring, or an operating system. */
  record Part(String name, int servers, int onboarded, String percent, Bar bar, Line line) {}

  /** Values of a column of the chart, as text for users who cannot see it. */
  record DayRow(LocalDate day, int onboarded, int servers) {}

  Page page() {
    return new Page("/", this::show);
  }

  private View show(PageRequest request) {
    Frame frame = request.frame();
    LocalDate today = LocalDate.ofInstant(frame.moment().now(), frame.moment().zone());
    Optional<UpdatesSeen> seen = updates.latest();
    List<UpdatesPage.Card> cards = UpdatesPage.cards(seen, frame.moment().now());
    Drawn drawn =
        drawings.get(
            new Seen(fleet.look(), today), () -> draw(new Days(today, frame.moment().zone())));
    return new View(
        "fleet/overview",
        new Model(
            frame,
            needs.at(frame.moment().now()),
            drawn.status().observed().filter(frame.moment()::isOld).isPresent(),
            drawn,
            cards.stream().limit(UPDATE_SERVERS).toList(),
            cards.size() > UPDATE_SERVERS,
            seen.map(UpdatesSeen::at).orElse(frame.moment().now())));
  }

  private Drawn draw(Days days) {
    ApiAnswers.Status status = fleet.status();
    List<ApiAnswers.Count> counts = fleet.daily(days.first(), days.zone());
    SortedMap<LocalDate, Map<String, Integer>> byDay = days.of(counts);
    return new Drawn(
        status,
        onboarded(status.states()),
        groups(status),
        Columns.of(byDay, days.first(), days.last()),
        rows(byDay),
        parts(days, inOrder(status.rings()), counts, ApiAnswers.Count::ring),
        parts(days, status.systems(), counts, ApiAnswers.Count::system));
  }

  /** Rings in the order in which they open; rings that the manifest no longer has are last. */
  private List<ApiAnswers.Share> inOrder(List<ApiAnswers.Share> rings) {
    List<String> names = manifest.rings().stream().map(Ring::name).toList();
    return rings.stream()
        .sorted(
            Comparator.comparingInt(
                ring -> names.contains(ring.name()) ? names.indexOf(ring.name()) : names.size()))
        .toList();
  }

  private static int onboarded(List<ApiAnswers.StateCount> states) {
    return inGroup(states, ServerState.Group.DONE);
  }

  private static int inGroup(List<ApiAnswers.StateCount> states, ServerState.Group group) {
    return states.stream()
        .filter(state -> FleetReading.groupOf(state.state()) == group)
        .mapToInt(ApiAnswers.StateCount::servers)
        .sum();
  }

  private static List<Group> groups(ApiAnswers.Status status) {
    List<Group> groups = new ArrayList<>();
    for (ServerState.Group group : ServerState.Group.values()) {
      int servers = inGroup(status.states(), group);
      if (servers > 0) {
        groups.add(
            new Group(
                group.label(),
                Bar.style(group.label()),
                servers,
                Percent.of(servers, status.servers())));
      }
    }
    return groups;
  }

  private static Map<String, Integer> nothing() {
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (ServerState.Group group : ServerState.Group.values()) {
      counts.put(group.label(), 0);
    }
    return counts;
  }

  private static List<DayRow> rows(SortedMap<LocalDate, Map<String, Integer>> days) {
    List<DayRow> rows = new ArrayList<>();
    days.forEach((day, counts) ->
        rows.add(
            new DayRow(
                day,
                counts.getOrDefault(ServerState.Group.DONE.label(), 0),
                counts.values().stream().mapToInt(Integer::intValue).sum())));
    return rows.reversed();
  }

  private static List<Part> parts(
      Days days,
      List<ApiAnswers.Share> shares,
      List<ApiAnswers.Count> counts,
      Function<ApiAnswers.Count, String> by) {
    Map<String, List<ApiAnswers.Count>> own = new TreeMap<>();
    counts.forEach(
        count -> own.computeIfAbsent(by.apply(count), _ -> new ArrayList<>()).add(count));
    return shares.stream()
        .map(share -> {
          int done = onboarded(share.states());
          Map<String, Integer> groups = nothing();
          share
              .states()
              .forEach(state ->
                  groups.merge(FleetReading.label(state.state()), state.servers(), Integer::sum));
          return new Part(
              share.name().isEmpty() ? "unknown" : share.name(),
              share.servers(),
              done,
              Percent.of(done, share.servers()),
              Bar.of(groups, share.servers()),
              Line.of(
                  shares(days.of(own.getOrDefault(share.name(), List.of()))),
                  days.first(),
                  days.last()));
        })
        .toList();
  }

  private static SortedMap<LocalDate, Double> shares(
      SortedMap<LocalDate, Map<String, Integer>> days) {
    SortedMap<LocalDate, Double> shares = new TreeMap<>();
    rows(days).forEach(row -> shares.put(row.day(), row.onboarded() * 100.0 / row.servers()));
    return shares;
  }
}
