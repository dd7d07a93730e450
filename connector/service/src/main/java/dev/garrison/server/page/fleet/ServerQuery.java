package dev.garrison.server.page.fleet;

import dev.garrison.diagnostic.Worded;
import dev.garrison.fleet.ServerState;
import dev.garrison.fleet.antivirus.RunningMode;
import dev.garrison.history.StandingPages;
import dev.garrison.history.StandingPages.Column;
import dev.garrison.history.StandingPages.Filter;
import dev.garrison.language.Message;
import dev.garrison.server.page.frame.Links;
import dev.garrison.server.page.frame.PageRequest;
import dev.garrison.server.page.frame.Tab;
import dev.garrison.server.reading.ServerList;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Filters, order, and page of the list of servers, as the address has them.
 *
 * @param name any part of the names
 * @param cause any part of the causes
 * @param system {@link #UNKNOWN} for servers whose inventory names none
 * @param mode {@link #UNKNOWN} for servers whose antivirus mode is not known
 * @param since age of the state
 * @param contact age of the last contact
 */
record ServerQuery(
    Optional<String> name,
    Optional<String> cause,
    Optional<String> ring,
    Optional<ServerState.Group> group,
    Optional<ServerState> state,
    Optional<String> system,
    Optional<String> mode,
    Optional<AgeFilter> since,
    Optional<AgeFilter> contact,
    Column column,
    boolean isDescending,
    int page) {
  static final String FILE = "/servers.csv";
  static final String UNKNOWN = "unknown";
  private static final String DESCENDING = "-";

  static ServerQuery of(PageRequest request) {
    String sort = request.text("sort").orElse(Column.NAME.word());
    boolean isDescending = sort.startsWith(DESCENDING);
    return new ServerQuery(
        request.text("name"),
        request.text("cause"),
        request.text("ring"),
        request.text("group").map(ServerQuery::group),
        request.text("state").map(ServerQuery::state),
        request.text("system"),
        request.text("mode").map(ServerQuery::mode),
        request.text("since").map(word -> age("state age", word)),
        request.text("contact").map(word -> age("contact age", word)),
        column(isDescending ? sort.substring(1) : sort),
        isDescending,
        request.text("page").map(ServerQuery::page).orElse(1));
  }

  private static ServerState.Group group(String word) {
    return Arrays.stream(ServerState.Group.values())
        .filter(group -> word(group).equals(word))
        .findFirst()
        .orElseThrow(() ->
            unknown(
                "group",
                word,
                Arrays.stream(ServerState.Group.values()).map(ServerQuery::word).toList()));
  }

  /** Name of a group in addresses. */
  static String word(ServerState.Group group) {
    return group.label().replace(' ', '-');
  }

  private static ServerState state(String word) {
    return Worded.of(ServerState.class, word)
        .orElseThrow(() -> unknown("state", word, Worded.words(ServerState.class)));
  }

  private static String mode(String word) {
    if (!modes().contains(word)) {
      throw unknown("antivirus mode", word, modes());
    }
    return word;
  }

  /** The antivirus modes to choose from. */
  static List<String> modes() {
    return Stream.concat(Worded.words(RunningMode.class).stream(), Stream.of(UNKNOWN)).toList();
  }

  private static AgeFilter age(String kind, String word) {
    return AgeFilter.of(word).orElseThrow(() -> unknown(kind, word, AgeFilter.words()));
  }

  private static Column column(String word) {
    return Worded.of(Column.class, word)
        .orElseThrow(() -> unknown("column", word, Worded.words(Column.class)));
  }

  private static RuntimeException unknown(String kind, String word, List<String> words) {
    return PageRequest.missing(
        Message.of("request.page-filter", "kind", kind, "word", word, "known", words));
  }

  private static int page(String text) {
    if (!text.matches("[1-9][0-9]{0,6}")) {
      throw PageRequest.missing(Message.of("request.page-servers"));
    }
    return Integer.parseInt(text);
  }

  /** The same as a filter of the history. */
  Filter filter(ServerList servers, Instant now) {
    Optional<Set<String>> states = state.map(ServerState::word).map(Set::of);
    return new Filter(
        name.map(StandingPages::containing),
        ring,
        system.map(each -> each.equals(UNKNOWN) ? "" : each),
        group
            .map(servers::states)
            .map(all -> states.map(any -> common(all, any)).orElse(all))
            .or(() -> states),
        cause.map(servers::causes),
        mode.map(each -> each.equals(UNKNOWN) ? "" : each),
        since.map(age -> age.span(now)),
        contact.map(age -> age.span(now)));
  }

  private static Set<String> common(Set<String> all, Set<String> any) {
    Set<String> common = new HashSet<>(all);
    common.retainAll(any);
    return common;
  }

  boolean isFiltered() {
    return !filters().isEmpty();
  }

  boolean isFor(ServerState.Group one) {
    return group.filter(one::equals).isPresent();
  }

  /** Order as the address has it. */
  String sort() {
    return (isDescending ? DESCENDING : "") + column.word();
  }

  boolean isSorted() {
    return column != Column.NAME || isDescending;
  }

  /** Address of another page of this list. */
  String toPage(int number) {
    Map<String, String> query = sorted();
    if (number > 1) {
      query.put("page", String.valueOf(number));
    }
    return address(Tab.SERVERS.path(), query);
  }

  /** Address of this list by a column, downwards where it is by that column already. */
  String by(Column other) {
    return new ServerQuery(
            name,
            cause,
            ring,
            group,
            state,
            system,
            mode,
            since,
            contact,
            other,
            other == column && !isDescending,
            1)
        .toPage(1);
  }

  /** Value of {@code aria-sort} of a column; null where the list is ordered by another. */
  @Nullable String direction(Column one) {
    if (one != column) {
      return null;
    }
    return isDescending ? "descending" : "ascending";
  }

  /** Address of the file of all servers that pass, in the same order. */
  String file() {
    return address(FILE, sorted());
  }

  private Map<String, String> sorted() {
    Map<String, String> query = filters();
    if (isSorted()) {
      query.put("sort", sort());
    }
    return query;
  }

  private Map<String, String> filters() {
    Map<String, String> query = new LinkedHashMap<>();
    name.ifPresent(text -> query.put("name", text));
    cause.ifPresent(text -> query.put("cause", text));
    ring.ifPresent(text -> query.put("ring", text));
    group.ifPresent(one -> query.put("group", word(one)));
    state.ifPresent(one -> query.put("state", one.word()));
    system.ifPresent(text -> query.put("system", text));
    mode.ifPresent(text -> query.put("mode", text));
    since.ifPresent(age -> query.put("since", age.word()));
    contact.ifPresent(age -> query.put("contact", age.word()));
    return query;
  }

  private static String address(String path, Map<String, String> query) {
    return query.isEmpty() ? path : Links.to(path, query);
  }
}
