package dev.garrison.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.diagnostic.Worded;
import dev.garrison.fleet.antivirus.AntivirusState.Danger;
import dev.garrison.fleet.antivirus.AntivirusState.Protector;
import dev.garrison.history.AntivirusHistory.Wish;
import dev.garrison.history.StandingPages.Place;
import dev.garrison.state.StateFolder;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Pages out of as many servers as the largest site has. */
final class AntivirusHistoryIT {
  private static final int SERVERS = 300_000;
  private static final Optional<Place> FAR = Optional.of(new Place("4SRV250000", "broad", 250_000));

  @TempDir private static Path folder;
  private static HistoryDatabase database;

  @BeforeAll
  static void fill() {
    database = HistoryDatabase.open(ServiceFolder.in(new StateFolder(folder)));
    database.change(handle -> {
      handle
          .createUpdate(
              """
              insert into server_antivirus (ring, device, server, urgency, place, protector, digest, facts)
              select case when mod(x, 1000) = 0 then 'pilot' else 'broad' end, x, 'srv' || lpad(x, 6, '0'),
                case when mod(x, 5000) = 0 then 1 else 4 end,
                case when mod(x, 5000) = 0 then '1' else '4' end || upper('srv' || lpad(x, 6, '0')),
                case when mod(x, 5000) = 0 then 'both' else 'defender' end, '', ''
              from system_range(1, :servers)
              """)
          .bind("servers", SERVERS)
          .execute();
      return handle.execute("analyze");
    });
  }

  @AfterAll
  static void close() {
    database.close();
  }

  private static Wish named(String prefix, Optional<Worded> only) {
    return new Wish(Optional.of(prefix), Optional.empty(), only, Optional.empty(), 3);
  }

  private static Wish wish(String ring, Optional<Worded> only, Optional<Place> after) {
    return new Wish(
        Optional.empty(), Optional.of(ring).filter(name -> !name.isEmpty()), only, after, 3);
  }

  static Stream<Wish> wishes() {
    return Stream.of(
        wish("", Optional.empty(), Optional.empty()),
        wish("", Optional.empty(), FAR),
        named("srv2999", Optional.empty()),
        named("srv2999", Optional.of(Protector.DEFENDER)),
        named("srv2999", Optional.of(Danger.TWO_FIGHT)),
        wish("pilot", Optional.empty(), FAR),
        wish("", Optional.of(Danger.TWO_FIGHT), Optional.empty()),
        wish("", Optional.of(Protector.BOTH), Optional.empty()),
        wish("", Optional.of(Protector.DEFENDER), FAR));
  }

  @ParameterizedTest
  @MethodSource("wishes")
  void aPageIsReadFromAnIndexAndNotSorted(Wish wish) {
    String plan =
        database.with(handle ->
            AntivirusHistory.query(
                    handle, "explain analyze ", wish, wish.beginnings().getLast(), wish.most())
                .mapTo(String.class)
                .one());
    assertThat(plan).contains("/* index sorted */").doesNotContain("tableScan");
    int scanned = Integer.parseInt(plan.replaceAll("(?s).*scanCount: (\\d+).*", "$1"));
    assertThat(scanned).as(plan).isLessThan(1000);
  }

  @Test
  void someServersAreReadByTheirKeys() {
    List<Place> places =
        IntStream.range(100_000, 100_050)
            .mapToObj(device -> new Place("", "broad", device))
            .toList();
    String plan =
        database.with(handle ->
            AntivirusHistory.query(handle, "explain analyze ", places).mapTo(String.class).one());
    int scanned = Integer.parseInt(plan.replaceAll("(?s).*scanCount: (\\d+).*", "$1"));
    assertThat(scanned).as(plan).isLessThan(1000);
  }
}
