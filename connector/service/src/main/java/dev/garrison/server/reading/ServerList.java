package dev.garrison.server.reading;

import dev.garrison.diagnostic.Worded;
import dev.garrison.fleet.ServerState;
import dev.garrison.fleet.antivirus.AntivirusFacts;
import dev.garrison.fleet.antivirus.AntivirusFacts.ToldFact;
import dev.garrison.history.History;
import dev.garrison.history.StandingHistory.Count;
import dev.garrison.history.StandingPages.Column;
import dev.garrison.history.StandingPages.Filter;
import dev.garrison.history.StandingPages.Look;
import dev.garrison.history.StandingPages.Place;
import dev.garrison.history.StandingPages.Row;
import dev.garrison.history.StandingPages.Section;
import dev.garrison.history.StandingPages.Wish;
import dev.garrison.language.Text;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The list of servers, as the job 'status' stored it. It sends no request to the site. */
public final class ServerList {
  private static final int PER_PAGE = 50;

  private final History history;
  private final CachedAnswer<Optional<Look>, List<Count>> latest = new CachedAnswer<>();

  public ServerList(History history) {
    this.history = history;
  }

  /**
   * A page of the servers that pass a filter.
   *
   * @param servers number of servers that pass
   * @param all number of servers
   * @param page counted from 1; the last one where fewer are there than asked for
   */
  public record Found(
      Optional<Instant> observed, int servers, int all, int page, List<Line> lines) {
    /** Whether there is a page after this one. */
    public boolean hasNext() {
      return page * PER_PAGE < servers;
    }

    /** Numbers of the first and the last server on this page, and of all that pass. */
    public String range() {
      int first = (page - 1) * PER_PAGE + 1;
      return Text.of(
              "page.servers.range",
              "first",
              first,
              "last",
              first + lines.size() - 1,
              "all",
              servers)
          .shown();
    }
  }

  /**
   * A server.
   *
   * @param mode the running mode of Microsoft Defender Antivirus, where it is known
   */
  public record Line(Row row, Optional<String> mode) {
    /** Name of its state's group on pages. */
    public String label() {
      return FleetReading.label(row.state());
    }

    /** Name of its state's group in answers for programs. */
    public String group() {
      return FleetReading.group(row.state());
    }

    /** The usual remedy for its state; empty where nothing is to be done. */
    public Optional<String> nextStep() {
      return Optional.of(
              Worded.of(ServerState.class, row.state()).orElse(ServerState.UNCLEAR).remedy())
          .filter(remedy -> !remedy.equals(ServerState.ONBOARDED.remedy()));
    }
  }

  /** Finds a page of servers. */
  public Found find(Filter filter, Column column, boolean isDescending, int page) {
    int servers = history.pages().count(filter);
    int shown = Math.clamp(page, 1, Math.max(1, (servers + PER_PAGE - 1) / PER_PAGE));
    return new Found(
        history.pages().observed(),
        servers,
        filter.equals(Filter.NONE) ? servers : history.pages().count(Filter.NONE),
        shown,
        lines(
            history
                .pages()
                .section(
                    new Section(filter, column, isDescending, (shown - 1) * PER_PAGE, PER_PAGE))));
  }

  /**
   * The next servers by name.
   *
   * @param after the last place before them
   */
  public List<Line> next(Filter filter, Optional<Place> after, int most) {
    return lines(history.pages().page(new Wish(filter, after, most)));
  }

  private List<Line> lines(List<Row> rows) {
    Map<Place, AntivirusFacts> antivirus =
        history.antivirus().of(rows.stream().map(Row::place).toList());
    return rows.stream()
        .map(row ->
            new Line(
                row,
                Optional.ofNullable(antivirus.get(row.place()))
                    .flatMap(AntivirusFacts::mode)
                    .map(ToldFact::value)))
        .toList();
  }

  /** Operating systems at the last look; an empty text stands for servers that name none. */
  public List<String> systems() {
    return counts().stream().map(Count::system).distinct().sorted().toList();
  }

  /** States of a group, those included that only another version knows. */
  public Set<String> states(ServerState.Group group) {
    return Stream.concat(
            Worded.words(ServerState.class).stream(), counts().stream().map(Count::state))
        .filter(state -> FleetReading.groupOf(state) == group)
        .collect(Collectors.toSet());
  }

  private List<Count> counts() {
    return latest.get(history.pages().look(), history.pages()::counts);
  }
}
