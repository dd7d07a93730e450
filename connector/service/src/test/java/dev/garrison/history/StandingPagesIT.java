package dev.garrison.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.history.StandingPages.Place;
import dev.garrison.history.StandingPages.Row;
import dev.garrison.history.StandingPages.Wish;
import dev.garrison.state.StateFolder;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
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
              insert into server_standing (ring, device, server, os, standing, since, name_key)
              select case when mod(x, 1000) = 0 then 'pilot' else 'broad' end, x, 'srv' || lpad(x, 6, '0'),
                'Server 2019', case when mod(x, 5000) = 0 then 'failed' else 'onboarded' end, :now,
                upper('srv' || lpad(x, 6, '0'))
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

  private static Wish wish(String prefix, String ring, String state, Optional<Place> after) {
    return new Wish(
        Optional.of(prefix).filter(word -> !word.isEmpty()),
        Optional.of(ring).filter(word -> !word.isEmpty()),
        Optional.of(state).filter(word -> !word.isEmpty()),
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
        database.with(handle -> {
          var query = handle.createQuery("explain analyze " + StandingPages.sql(wish));
          wish.prefix().ifPresent(each -> query.bind("prefix", "SRV2999%"));
          wish.ring().ifPresent(each -> query.bind("ring", each));
          wish.state().ifPresent(each -> query.bind("state", each));
          wish.after()
              .ifPresent(each ->
                  query
                      .bind("key", each.key())
                      .bind("afterRing", each.ring())
                      .bind("device", each.device()));
          return query.bind("most", wish.most()).mapTo(String.class).one();
        });
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
