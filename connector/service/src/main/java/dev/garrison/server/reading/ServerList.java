package dev.garrison.server.reading;

import dev.garrison.diagnostic.Worded;
import dev.garrison.fleet.ServerState;
import dev.garrison.history.History;
import dev.garrison.history.StandingHistory.Count;
import dev.garrison.history.StandingPages.Column;
import dev.garrison.history.StandingPages.Filter;
import dev.garrison.history.StandingPages.Look;
import dev.garrison.history.StandingPages.Part;
import dev.garrison.history.StandingPages.Place;
import dev.garrison.history.StandingPages.Row;
import dev.garrison.history.StandingPages.Section;
import dev.garrison.job.ServerReport;
import dev.garrison.language.RecordedText;
import dev.garrison.language.Text;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The list of servers, as the job 'status' stored it. It sends no request to the site. */
public final class ServerList {
  private static final int PER_PAGE = 50;

  private final History history;
  private final CachedAnswer<Optional<Look>, List<Count>> latest = new CachedAnswer<>();
  private final CachedAnswer<Optional<Look>, List<String>> causes = new CachedAnswer<>();

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
   * @param report empty where no run of this version has checked it
   */
  public record Line(Row row, Optional<ServerReport> report) {
    /** Recorded next steps of a server that needs nothing, in earlier versions and now. */
    private static final Set<String> NO_STEP = Set.of("Nothing.", ServerState.ONBOARDED.remedy());

    /** Name of its state's group on pages. */
    public String label() {
      return FleetReading.label(row.state());
    }

    /** Name of its state's group in answers for programs. */
    public String group() {
      return FleetReading.group(row.state());
    }

    /** Cause of its state; empty where none is known, or the state says it already. */
    public Optional<String> cause() {
      return Optional.of(row.why()).filter(why -> !why.isEmpty() && !why.equals(row.state()));
    }

    /** The running mode of Microsoft Defender Antivirus, where it is known. */
    public Optional<String> mode() {
      return Optional.of(row.mode()).filter(mode -> !mode.isEmpty());
    }

    /**
     * The next step as reported, or the usual one for its state; empty where nothing is to be done.
     */
    public Optional<String> nextStep() {
      return report
          .map(ServerReport::remedy)
          .or(() ->
              Optional.of(
                  Worded.of(ServerState.class, row.state()).orElse(ServerState.UNCLEAR).remedy()))
          .filter(remedy -> !NO_STEP.contains(remedy));
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

  /** The next servers of an ordered list. */
  public List<Line> next(Part part) {
    return lines(history.pages().part(part));
  }

  private List<Line> lines(List<Row> rows) {
    Map<Place, ServerReport> reports = history.reports().of(rows.stream().map(Row::place).toList());
    return rows.stream()
        .map(row -> new Line(row, Optional.ofNullable(reports.get(row.place()))))
        .toList();
  }

  /**
   * Recorded causes that have a text, in the language in use or in English. One that is equal to it
   * is the only one.
   */
  public Set<String> causes(String text) {
    List<String> all = causes.get(history.pages().look(), history.pages()::causes);
    Set<String> equal = causes(all, cause -> cause.equalsIgnoreCase(text));
    String part = text.toLowerCase(Locale.ROOT);
    return equal.isEmpty()
        ? causes(all, cause -> cause.toLowerCase(Locale.ROOT).contains(part))
        : equal;
  }

  private static Set<String> causes(List<String> all, Predicate<String> matching) {
    return all.stream()
        .filter(cause -> matching.test(cause) || matching.test(RecordedText.shown(cause)))
        .collect(Collectors.toSet());
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
