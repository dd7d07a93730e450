package dev.garrison.server.page.fleet;

import static dev.garrison.server.page.frame.PageText.t;

import dev.garrison.fleet.ServerState;
import dev.garrison.history.History;
import dev.garrison.history.StandingPages.Look;
import dev.garrison.history.UpdateLooks;
import dev.garrison.job.UpdatesSeen;
import dev.garrison.job.UpdatesSeen.OnServer;
import dev.garrison.language.Language;
import dev.garrison.manifest.Manifest;
import dev.garrison.server.page.chart.Bar;
import dev.garrison.server.page.chart.Columns;
import dev.garrison.server.page.chart.Line;
import dev.garrison.server.page.fleet.AttentionList.Need;
import dev.garrison.server.page.frame.Frame;
import dev.garrison.server.page.frame.Links;
import dev.garrison.server.page.frame.Page;
import dev.garrison.server.page.frame.PageRequest;
import dev.garrison.server.page.frame.Percent;
import dev.garrison.server.page.frame.RingName;
import dev.garrison.server.page.frame.Tab;
import dev.garrison.server.page.frame.View;
import dev.garrison.server.reading.ApiAnswers;
import dev.garrison.server.reading.CachedAnswer;
import dev.garrison.server.reading.FleetReading;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/** Start page: the states of all servers, and the items that need attention. */
final class OverviewPage {
  private static final int WEEK = 7;
  private static final String VENDOR = "Microsoft ";
  private static final String WINDOWS = VENDOR + "Windows ";

  private final Manifest manifest;
  private final UpdateLooks updates;
  private final FleetReading fleet;
  private final AttentionList needs;
  private final Map<ChartSpan, Map<Language, CachedAnswer<Seen, Drawn>>> drawings =
      new EnumMap<>(ChartSpan.class);

  OverviewPage(Manifest manifest, History history, FleetReading fleet) {
    this.manifest = manifest;
    this.updates = history.updates();
    this.fleet = fleet;
    this.needs = new AttentionList(manifest, history);
    for (ChartSpan span : ChartSpan.values()) {
      drawings.put(span, CachedAnswer.byLanguage());
    }
  }

  /** Content of the page. */
  record Model(Frame frame, List<Need> needs, Drawn drawn, Optional<Updates> updates) {}

  /** The sensor's updates on the update servers at one time. */
  record Updates(Instant at, List<UpdateRow> servers) {}

  /**
   * Results of the current updates on the computers of one update server, over all families.
   *
   * @param answered whether the server answered
   */
  record UpdateRow(
      String server, boolean answered, int installed, int needed, int failed, int unknown) {
    private static UpdateRow of(OnServer server) {
      List<UpdatesSeen.Group> all =
          server.lines().stream().flatMap(line -> line.whole().stream()).toList();
      return new UpdateRow(
          server.server(),
          server.version().isPresent(),
          sum(all, UpdatesSeen.Group::installed),
          sum(all, UpdatesSeen.Group::needed),
          sum(all, UpdatesSeen.Group::failed),
          sum(all, UpdatesSeen.Group::unknown));
    }

    /** Whether it answered that it has no computer. */
    boolean isEmpty() {
      return answered && installed + needed + failed + unknown == 0;
    }

    private static int sum(List<UpdatesSeen.Group> groups, ToIntFunction<UpdatesSeen.Group> count) {
      return groups.stream().mapToInt(count).sum();
    }
  }

  /**
   * Counts and charts of the last check of all servers, and of the days before.
   *
   * @param span of the charts
   * @param trend onboarded servers compared with those of a week ago; empty where the history does
   *     not reach
   * @param groups numbers of servers in each group of states
   * @param checks the run of each day
   */
  record Drawn(
      ChartSpan span,
      ApiAnswers.Status status,
      int onboarded,
      Optional<String> trend,
      List<Group> groups,
      Columns columns,
      List<DayRow> days,
      SortedMap<LocalDate, Long> checks,
      List<Part> rings,
      List<Part> systems) {
    int servers() {
      return status.servers();
    }

    String percent() {
      return Percent.of(onboarded, status.servers());
    }

    /** Page of the check of a day. */
    String check(LocalDate day) {
      return "/runs/" + checks.get(day);
    }

    /** Title of the chart. */
    String title() {
      return t("page.overview.chart", "count", days.size());
    }
  }

  /** Inputs of the charts; they are drawn again only when these change. */
  private record Seen(Optional<Look> look, LocalDate today) {}

  /** A group of states. */
  record Group(String name, String style, int servers, String percent, String link) {}

  /**
   * A ring, or an operating system.
   *
   * @param state status of a ring; empty where it is not known
   */
  record Part(
      String name,
      String link,
      Optional<String> state,
      int servers,
      int onboarded,
      String percent,
      Bar bar,
      Line line) {
    private Part in(Optional<String> ringState) {
      return new Part(name, link, ringState, servers, onboarded, percent, bar, line);
    }
  }

  /** Values of a column of the chart, as text for users who cannot see it. */
  record DayRow(LocalDate day, int onboarded, int servers) {}

  Page page() {
    return new Page("/", this::show);
  }

  private View show(PageRequest request) {
    Frame frame = request.frame();
    LocalDate today = LocalDate.ofInstant(frame.moment().now(), frame.moment().zone());
    ChartSpan span = ChartSpan.chosen(request);
    Drawn drawn =
        Objects.requireNonNull(Objects.requireNonNull(drawings.get(span)).get(Language.inUse()))
            .get(
                new Seen(fleet.look(), today),
                () -> draw(new ChartDays(span, today, frame.moment().zone())));
    return new View(
        "fleet/overview",
        new Model(
            frame,
            needs.at(frame.moment().now()),
            drawn,
            updates
                .latest()
                .map(seen ->
                    new Updates(seen.at(), seen.servers().stream().map(UpdateRow::of).toList()))));
  }

  private Drawn draw(ChartDays days) {
    ApiAnswers.Status status = fleet.status();
    List<ApiAnswers.Count> counts = fleet.daily(days.first(), days.zone());
    SortedMap<LocalDate, Map<String, Integer>> byDay = days.of(counts);
    return new Drawn(
        days.span(),
        status,
        onboarded(status.states()),
        trend(onboarded(status.states()), byDay, days.last()),
        groups(status),
        Columns.of(byDay, days.first(), days.last()),
        rows(byDay),
        fleet.checks(days.first(), days.zone()),
        rings(days, status.rings(), counts),
        parts(days, status.systems(), counts, ApiAnswers.Count::system, OverviewPage::system));
  }

  private static Map<String, String> system(String name) {
    return Map.of("system", name.isEmpty() ? ServerQuery.UNKNOWN : name);
  }

  /**
   * Change of the number of onboarded servers in a week. It is compared with the last check that is
   * at least a week old, and empty where that one is more than two weeks old.
   */
  static Optional<String> trend(
      int onboarded, SortedMap<LocalDate, Map<String, Integer>> days, LocalDate today) {
    SortedMap<LocalDate, Map<String, Integer>> before =
        days.headMap(today.minusDays(WEEK - 1L)).tailMap(today.minusDays(2L * WEEK));
    if (before.isEmpty()) {
      return Optional.empty();
    }
    int then = before.lastEntry().getValue().getOrDefault(ServerState.Group.DONE.label(), 0);
    long passed = ChronoUnit.DAYS.between(before.lastKey(), today);
    return Optional.of(
        onboarded == then
            ? t("page.overview.no-change", "count", passed)
            : t(
                "page.overview.change",
                "change",
                String.format(Language.inUse().locale(), "%+,d", onboarded - then),
                "count",
                passed));
  }

  /** Rings of the manifest in their order, also without servers; then those that it lacks. */
  private List<Part> rings(
      ChartDays days, List<ApiAnswers.Share> shares, List<ApiAnswers.Count> counts) {
    Map<String, ApiAnswers.Share> byName = new LinkedHashMap<>();
    manifest
        .rings()
        .forEach(ring -> byName.put(ring.name(), new ApiAnswers.Share(ring.name(), 0, List.of())));
    shares.forEach(share -> byName.put(share.name(), share));
    Map<String, String> states = new HashMap<>();
    fleet
        .rings()
        .rings()
        .forEach(ring ->
            ring.standing()
                .ifPresent(standing ->
                    states.put(
                        ring.name(),
                        RingName.of(standing.state(), standing.opened().isPresent()))));
    return parts(
            days,
            List.copyOf(byName.values()),
            counts,
            ApiAnswers.Count::ring,
            name -> Map.of("ring", name))
        .stream()
        .map(part -> part.in(Optional.ofNullable(states.get(part.name()))))
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
      groups.add(
          new Group(
              GroupName.of(group),
              Bar.style(group.label()),
              servers,
              Percent.of(servers, status.servers()),
              Links.to(Tab.SERVERS.path(), Map.of("group", ServerQuery.word(group)))));
    }
    return groups;
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
      ChartDays days,
      List<ApiAnswers.Share> shares,
      List<ApiAnswers.Count> counts,
      Function<ApiAnswers.Count, String> by,
      Function<String, Map<String, String>> filter) {
    Map<String, List<ApiAnswers.Count>> own = new TreeMap<>();
    counts.forEach(
        count -> own.computeIfAbsent(by.apply(count), _ -> new ArrayList<>()).add(count));
    return shares.stream()
        .map(share -> {
          int done = onboarded(share.states());
          return new Part(
              share.name().isEmpty() ? t("page.overview.no-inventory") : brief(share.name()),
              Links.to(Tab.SERVERS.path(), filter.apply(share.name())),
              Optional.empty(),
              share.servers(),
              done,
              Percent.of(done, share.servers()),
              GroupBar.of(share.states(), share.servers(), filter.apply(share.name())),
              Line.of(
                  shares(days.of(own.getOrDefault(share.name(), List.of()))),
                  days.first(),
                  days.last()));
        })
        .toList();
  }

  /** Name of an operating system without its vendor, or of a ring as it is. */
  private static String brief(String name) {
    return name.startsWith(WINDOWS) ? name.substring(VENDOR.length()) : name;
  }

  private static SortedMap<LocalDate, Double> shares(
      SortedMap<LocalDate, Map<String, Integer>> days) {
    SortedMap<LocalDate, Double> shares = new TreeMap<>();
    rows(days).forEach(row -> shares.put(row.day(), row.onboarded() * 100.0 / row.servers()));
    return shares;
  }
}
