package dev.garrison.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.history.StandingPages.Column;
import dev.garrison.history.StandingPages.Filter;
import dev.garrison.history.StandingPages.Part;
import dev.garrison.history.StandingPages.Place;
import dev.garrison.history.StandingPages.Row;
import dev.garrison.history.StandingPages.Section;
import dev.garrison.history.StandingPages.Wish;
import dev.garrison.history.row.RowOrder.After;
import dev.garrison.state.StateFolder;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Pages out of as many servers as the largest site has. */
final class StandingPagesIT {
  private static final int SERVERS = 300_000;
  private static final Instant NOW = Instant.parse("2026-11-24T21:00:00Z");

  @TempDir private static Path folder;
  private static HistoryDatabase database;

  @BeforeAll
  static void fill() {
    database = HistoryDatabase.open(ServiceFolder.in(new StateFolder(folder)));
    database.change(handle -> {
      handle
          .createUpdate(
              """
              insert into server_standing (ring, device, server, os, standing, since, name_key, why, antivirus_mode, contact, contact_by)
              select case when mod(x, 1000) = 0 then 'pilot' else 'broad' end, x, 'srv' || lpad(x, 6, '0'),
                'Server 2019', case when mod(x, 5000) = 0 then 'failed' else 'onboarded' end, :now,
                upper('srv' || lpad(x, 6, '0')), case when mod(x, 5000) = 0 then 'error 1603' else '' end,
                case when mod(x, 7) = 0 then '' else 'Normal' end, dateadd('second', -mod(x, 90000), cast(:now as timestamp with time zone)), 'client'
              from system_range(1, :servers)
              """)
          .bind("now", NOW)
          .bind("servers", SERVERS)
          .execute();
      return handle.execute("analyze");
    });
  }

  @AfterAll
  static void close() {
    database.close();
  }

  private static Optional<String> any(String word) {
    return Optional.of(word).filter(each -> !each.isEmpty());
  }

  private static Filter filter(String names, String ring, String... states) {
    return new Filter(
        any(names),
        any(ring),
        Optional.empty(),
        Optional.of(Set.of(states)).filter(each -> !each.isEmpty()));
  }

  private static Wish wish(String prefix, String ring, String state, Optional<Place> after) {
    return new Wish(
        filter(
            any(prefix).map(StandingPages::beginning).orElse(""),
            ring,
            state.isEmpty() ? new String[0] : new String[] {state}),
        after,
        3);
  }

  static Stream<Wish> wishes() {
    Optional<Place> far = Optional.of(new Place("SRV250000", "broad", 250_000));
    return Stream.of(
        wish("", "", "", Optional.empty()),
        wish("", "", "", far),
        wish("srv2999", "", "", Optional.empty()),
        wish("", "pilot", "", far),
        wish("", "broad", "", far),
        wish("", "", "failed", Optional.empty()),
        wish("", "pilot", "failed", far));
  }

  @ParameterizedTest
  @MethodSource("wishes")
  void aPageIsReadFromAnIndexAndNotSorted(Wish wish) {
    String plan =
        database.with(handle ->
            StandingPages.query(handle, "explain analyze ", wish).mapTo(String.class).one());
    assertThat(plan).contains("/* index sorted */").doesNotContain("tableScan");
    int scanned = Integer.parseInt(plan.replaceAll("(?s).*scanCount: (\\d+).*", "$1"));
    assertThat(scanned).as(plan).isLessThan(1000);
    assertThat(new StandingPages(database).page(wish)).isNotEmpty();
  }

  @Test
  void aPageGoesOnWhereTheOneBeforeEnded() {
    StandingPages pages = new StandingPages(database);
    List<Row> first = pages.page(wish("", "pilot", "", Optional.empty()));
    List<Row> second = pages.page(wish("", "pilot", "", Optional.of(first.getLast().place())));
    assertThat(first).extracting(Row::name).containsExactly("srv001000", "srv002000", "srv003000");
    assertThat(second).extracting(Row::name).containsExactly("srv004000", "srv005000", "srv006000");
  }

  static Stream<Section> sections() {
    return Arrays.stream(Column.values())
        .flatMap(column ->
            Stream.of(true, false)
                .map(descending -> new Section(Filter.NONE, column, descending, 0, 3)));
  }

  @ParameterizedTest
  @MethodSource("sections")
  void theBeginningOfEachOrderIsReadFromAnIndexAndNotSorted(Section section) {
    String plan =
        database.with(handle ->
            StandingPages.query(handle, "explain analyze ", section).mapTo(String.class).one());
    assertThat(plan).contains("/* index sorted */").doesNotContain("tableScan");
    int scanned = Integer.parseInt(plan.replaceAll("(?s).*scanCount: (\\d+).*", "$1"));
    assertThat(scanned).as(plan).isLessThan(1000);
  }

  @ParameterizedTest
  @MethodSource("sections")
  void theNextPartOfEachOrderIsReadFromAnIndexAndNotSorted(Section section) {
    StandingPages pages = new StandingPages(database);
    Row before =
        pages
            .section(
                new Section(
                    Filter.NONE, section.column(), section.isDescending(), SERVERS * 2 / 3, 1))
            .getFirst();
    Part part =
        new Part(Filter.NONE, section.column(), section.isDescending(), Optional.of(before), 3);
    for (After after : part.ranges()) {
      String plan =
          database.with(handle ->
              StandingPages.query(handle, "explain analyze ", part, after)
                  .bind("most", 3)
                  .mapTo(String.class)
                  .one());
      assertThat(plan).contains("/* index sorted */").doesNotContain("tableScan");
      if (after.equals(part.ranges().getFirst())) {
        int scanned = Integer.parseInt(plan.replaceAll("(?s).*scanCount: (\\d+).*", "$1"));
        assertThat(scanned).as(plan).isLessThan(1000);
      }
    }
    assertThat(pages.part(part))
        .isEqualTo(
            pages.section(
                new Section(
                    Filter.NONE,
                    section.column(),
                    section.isDescending(),
                    SERVERS * 2 / 3 + 1,
                    3)));
  }

  @Test
  void theEndOfAListIsReadWithoutSorting() {
    Section last = new Section(Filter.NONE, Column.SINCE, false, SERVERS - 2, 3);
    String plan =
        database.with(
            handle -> StandingPages.query(handle, "explain ", last).mapTo(String.class).one());

    assertThat(plan).contains("/* index sorted */");
    assertThat(new StandingPages(database).section(last)).hasSize(2);
  }

  @Test
  void serversAreCountedThatHaveAWordAnywhereInTheirName() {
    StandingPages pages = new StandingPages(database);
    Filter filter = filter(StandingPages.containing("v29999"), "");

    assertThat(pages.count(filter)).isEqualTo(10);
    assertThat(pages.section(new Section(filter, Column.NAME, true, 1, 2)))
        .extracting(Row::name)
        .containsExactly("srv299998", "srv299997");
  }

  @Test
  void statesRingsAndNamesAreCountedTogether() {
    StandingPages pages = new StandingPages(database);

    assertThat(pages.count(Filter.NONE)).isEqualTo(SERVERS);
    assertThat(pages.count(filter("", "", "failed", "lost"))).isEqualTo(60);
    assertThat(pages.count(filter(StandingPages.containing("000"), "pilot", "onboarded")))
        .isEqualTo(240);
  }

  @Test
  void aServersStoryIsFoundByAnIndex() {
    String plan =
        database.with(handle ->
            handle
                .createQuery(
                    "explain select * from server_standing where name_key = upper(:server) order by since desc, ring limit :most")
                .bind("server", "srv123456")
                .bind("most", 5)
                .mapTo(String.class)
                .one());
    assertThat(plan.toLowerCase(java.util.Locale.ROOT)).contains("server_standing_of_server");
    assertThat(new StandingHistory(database).of("SRV123456", 5)).hasSize(1);
  }
}
