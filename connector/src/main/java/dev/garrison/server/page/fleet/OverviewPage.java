package dev.garrison.server.page.fleet;

import dev.garrison.fleet.ServerState;
import dev.garrison.job.service.JobDesk;
import dev.garrison.server.page.chart.Bar;
import dev.garrison.server.page.chart.Columns;
import dev.garrison.server.page.chart.Line;
import dev.garrison.server.page.fleet.Needs.Need;
import dev.garrison.server.page.frame.Frame;
import dev.garrison.server.page.frame.Page;
import dev.garrison.server.page.frame.PageRequest;
import dev.garrison.server.page.frame.Percent;
import dev.garrison.server.page.frame.View;
import dev.garrison.server.reading.Answers;
import dev.garrison.server.reading.FleetReading;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** Whether all is well, and what needs somebody now. */
final class OverviewPage {
  private static final int DAYS = 30;

  /** A look that is older says little of now. */
  private static final Duration FRESH = Duration.ofHours(26);

  /** Of so many update servers the overview tells; the page of updates has all. */
  private static final int UPDATE_SERVERS = 4;

  private final JobDesk desk;
  private final FleetReading fleet;
  private final Needs needs;

  OverviewPage(JobDesk desk, FleetReading fleet) {
    this.desk = desk;
    this.fleet = fleet;
    this.needs = new Needs(desk);
  }

  /**
   * What is shown.
   *
   * @param isOld whether the last look is too long ago
   * @param groups how many servers are in each group of states
   */
  record Model(
      Frame frame,
      List<Need> needs,
      Optional<Instant> observed,
      boolean isOld,
      int servers,
      int onboarded,
      List<Group> groups,
      List<Answers.StateCount> states,
      Columns columns,
      List<DayRow> days,
      List<Part> rings,
      List<Part> systems,
      List<UpdatesPage.Card> updates,
      boolean areMoreUpdates) {
    String percent() {
      return Percent.of(onboarded, servers);
    }
  }

  /** A group of states. */
  record Group(String name, String style, int servers, String percent) {}

  /** A ring, or an operating system. */
  record Part(String name, int servers, int onboarded, String percent, Bar bar, Line line) {}

  /** What a column of the chart says, for those who do not see it. */
  record DayRow(LocalDate day, int onboarded, int servers) {}

  Page page() {
    return new Page("/", this::show);
  }

  private View show(PageRequest request) {
    Frame frame = request.frame();
    Answers.Status status = fleet.status();
    List<Answers.Count> counts = fleet.counts(DAYS, frame.moment().zone()).counts();
    LocalDate last = day(frame, frame.moment().now());
    LocalDate first = last.minusDays(DAYS - 1L);
    SortedMap<LocalDate, Map<String, Integer>> days = byDay(frame, counts);
    List<UpdatesPage.Card> updates = UpdatesPage.cards(desk.updates(), frame.moment().now());
    return new View(
        "fleet/overview",
        new Model(
            frame,
            needs.at(frame.moment().now()),
            status.observed(),
            status.observed().filter(at -> isOld(frame, at)).isPresent(),
            status.servers(),
            onboarded(status.states()),
            groups(status),
            status.states(),
            Columns.of(days, first, last),
            rows(days),
            parts(frame, status.rings(), counts, Answers.Count::ring, first, last),
            parts(frame, status.systems(), counts, Answers.Count::system, first, last),
            updates.stream().limit(UPDATE_SERVERS).toList(),
            updates.size() > UPDATE_SERVERS));
  }

  private static boolean isOld(Frame frame, Instant at) {
    return Duration.between(at, frame.moment().now()).compareTo(FRESH) > 0;
  }

  private static LocalDate day(Frame frame, Instant at) {
    return LocalDate.ofInstant(at, frame.moment().zone());
  }

  private static int onboarded(List<Answers.StateCount> states) {
    return inGroup(states, ServerState.Group.DONE);
  }

  private static int inGroup(List<Answers.StateCount> states, ServerState.Group group) {
    return states.stream()
        .filter(state -> state.group().equals(group.word()))
        .mapToInt(Answers.StateCount::servers)
        .sum();
  }

  private static List<Group> groups(Answers.Status status) {
    List<Group> groups = new ArrayList<>();
    for (ServerState.Group group : ServerState.Group.values()) {
      int servers = inGroup(status.states(), group);
      if (servers > 0) {
        groups.add(
            new Group(
                group.word(),
                Bar.style(group.word()),
                servers,
                Percent.of(servers, status.servers())));
      }
    }
    return groups;
  }

  private static Map<String, Integer> nothing() {
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (ServerState.Group group : ServerState.Group.values()) {
      counts.put(group.word(), 0);
    }
    return counts;
  }

  private static String group(String state) {
    return ServerState.of(state).map(ServerState::group).orElse(ServerState.Group.LOOK).word();
  }

  private static SortedMap<LocalDate, Map<String, Integer>> byDay(
      Frame frame, List<Answers.Count> counts) {
    SortedMap<LocalDate, Map<String, Integer>> days = new TreeMap<>();
    counts.forEach(count ->
        days.computeIfAbsent(day(frame, count.at()), _ -> nothing())
            .merge(group(count.state()), count.servers(), Integer::sum));
    return days;
  }

  private static List<DayRow> rows(SortedMap<LocalDate, Map<String, Integer>> days) {
    List<DayRow> rows = new ArrayList<>();
    days.forEach((day, counts) ->
        rows.add(
            new DayRow(
                day,
                counts.getOrDefault(ServerState.Group.DONE.word(), 0),
                counts.values().stream().mapToInt(Integer::intValue).sum())));
    return rows.reversed();
  }

  private static List<Part> parts(
      Frame frame,
      List<Answers.Share> shares,
      List<Answers.Count> counts,
      Function<Answers.Count, String> by,
      LocalDate first,
      LocalDate last) {
    Map<String, List<Answers.Count>> own = new TreeMap<>();
    counts.forEach(
        count -> own.computeIfAbsent(by.apply(count), _ -> new ArrayList<>()).add(count));
    return shares.stream()
        .map(share -> {
          int done = onboarded(share.states());
          Map<String, Integer> groups = nothing();
          share
              .states()
              .forEach(state -> groups.merge(group(state.state()), state.servers(), Integer::sum));
          return new Part(
              share.name().isEmpty() ? "unknown" : share.name(),
              share.servers(),
              done,
              Percent.of(done, share.servers()),
              Bar.of(groups, share.servers()),
              Line.of(
                  shares(byDay(frame, own.getOrDefault(share.name(), List.of()))), first, last));
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
