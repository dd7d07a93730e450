package dev.garrison.server.page.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.garrison.fleet.ServerState;
import dev.garrison.history.StandingHistory.Seen;
import dev.garrison.server.page.fleet.OverviewPage.Drawn;
import dev.garrison.server.page.fleet.OverviewPage.Group;
import dev.garrison.server.page.fleet.OverviewPage.Model;
import dev.garrison.server.page.fleet.OverviewPage.Part;
import dev.garrison.server.reading.FleetReading;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The overview. */
final class OverviewPageTest extends PageTrial {
  private static final LocalDate TODAY = LocalDate.parse("2026-11-24");

  private Drawn show() {
    return show(Map.of());
  }

  private Drawn show(Map<String, List<String>> query) {
    return ((Model)
            model(
                new OverviewPage(manifest, history, new FleetReading(manifest, history, () -> NOW))
                    .page(),
                Map.of(),
                query))
        .drawn();
  }

  private static Optional<String> trend(int onboarded, Map<LocalDate, Integer> before) {
    Map<LocalDate, Map<String, Integer>> days = new TreeMap<>();
    before.forEach((day, count) -> days.put(day, Map.of("onboarded", count)));
    return OverviewPage.trend(onboarded, new TreeMap<>(days), TODAY);
  }

  @Test
  void theTrendComparesWithTheCheckAWeekAgo() {
    assertThat(trend(41, Map.of(TODAY.minusDays(7), 38, TODAY.minusDays(6), 40)))
        .contains("+3 in 7 days");
    assertThat(trend(37, Map.of(TODAY.minusDays(7), 38))).contains("-1 in 7 days");
    assertThat(trend(38, Map.of(TODAY.minusDays(7), 38))).contains("No change in 7 days");
  }

  @Test
  void theTrendNamesTheDaysThatPassed() {
    assertThat(trend(41, Map.of(TODAY.minusDays(9), 38))).contains("+3 in 9 days");
  }

  @Test
  void aHistoryThatDoesNotReachHasNoTrend() {
    assertThat(trend(41, Map.of(TODAY.minusDays(6), 38))).isEmpty();
    assertThat(trend(41, Map.of(TODAY.minusDays(15), 38))).isEmpty();
    assertThat(trend(41, Map.of())).isEmpty();
  }

  @Test
  void everyGroupHasItsNumberAndLeadsToItsServers() {
    check(NOW, seen("pilot", 1, "SQL01", ServerState.FAILED, ""));

    assertThat(show().groups())
        .extracting(Group::name, Group::servers, Group::link)
        .containsExactly(
            tuple("Onboarded", 0, "/servers?group=onboarded"),
            tuple("In progress", 0, "/servers?group=in-progress"),
            tuple("Attention", 1, "/servers?group=attention"),
            tuple("Not ready", 0, "/servers?group=not-ready"),
            tuple("No status", 0, "/servers?group=no-status"),
            tuple("Not targeted", 0, "/servers?group=not-targeted"),
            tuple("Unreachable", 0, "/servers?group=unreachable"),
            tuple("Excluded", 0, "/servers?group=excluded"));
  }

  @Test
  void aRingWithoutServersIsListedToo() {
    check(NOW, seen("pilot", 1, "SQL01", ServerState.ONBOARDED, ""));

    assertThat(show().rings())
        .extracting(Part::name, Part::link, Part::servers, Part::state)
        .containsExactly(
            tuple("pilot", "/servers?ring=pilot", 1, Optional.empty()),
            tuple("broad", "/servers?ring=broad", 0, Optional.empty()));
  }

  @Test
  void aSliceOfABarLeadsToItsServersAndARingWithoutServersHasNone() {
    check(
        NOW,
        seen("pilot", 1, "SQL01", ServerState.FAILED, ""),
        seen("pilot", 2, "WEB01", ServerState.NOT_TARGETED, ""));

    assertThat(show().rings())
        .extracting(part ->
            part.bar().slices().stream().map(slice -> slice.title() + " " + slice.link()).toList())
        .containsExactly(
            List.of(
                "1 needs attention /servers?ring=pilot&group=attention",
                "1 not targeted /servers?ring=pilot&group=not-targeted"),
            List.of());
  }

  @Test
  void anOperatingSystemLeadsToItsServers() {
    check(NOW, seen("pilot", 1, "SQL01", ServerState.ONBOARDED, ""));

    assertThat(show().systems())
        .extracting(Part::name, Part::link)
        .containsExactly(tuple("Windows Server 2022", "/servers?system=Windows+Server+2022"));
  }

  @Test
  void anOperatingSystemIsNamedWithoutItsVendor() {
    check(
        NOW,
        new Seen(
            "pilot",
            1,
            "SQL01",
            "Microsoft Windows Server 2022 Standard",
            ServerState.ONBOARDED,
            ""));

    assertThat(show().systems())
        .extracting(Part::name, Part::link)
        .containsExactly(
            tuple(
                "Windows Server 2022 Standard",
                "/servers?system=Microsoft+Windows+Server+2022+Standard"));
  }

  @Test
  void aDayLeadsToTheRunThatCheckedItLast() {
    check(NOW.minus(Duration.ofDays(1)), seen("pilot", 1, "SQL01", ServerState.FAILED, ""));
    check(NOW.minusSeconds(60), seen("pilot", 1, "SQL01", ServerState.FAILED, ""));
    long last = check(NOW, seen("pilot", 1, "SQL01", ServerState.ONBOARDED, ""));

    assertThat(show().check(TODAY)).isEqualTo("/runs/" + last);
    assertThat(show().title()).isEqualTo("Servers by day, 2 days of data");
  }

  @Test
  void theChartsShowThirtyDaysAndNinetyWhereTheAddressAsksForThem() {
    check(NOW.minus(Duration.ofDays(60)), seen("pilot", 1, "SQL01", ServerState.FAILED, ""));
    check(NOW.minus(Duration.ofDays(40)), seen("pilot", 1, "SQL01", ServerState.ONBOARDED, ""));
    check(NOW, seen("pilot", 1, "SQL01", ServerState.ONBOARDED, ""));

    assertThat(show())
        .extracting(Drawn::title, drawn -> drawn.span().title(), drawn -> drawn.span().link())
        .containsExactly("Servers by day, 1 day of data", "30 days", "/#status");
    assertThat(show().rings().getFirst().line().points()).isEmpty();

    Drawn quarter = show(Map.of("days", List.of("90")));
    assertThat(quarter)
        .extracting(Drawn::title, drawn -> drawn.span().title(), drawn -> drawn.span().link())
        .containsExactly("Servers by day, 3 days of data", "90 days", "/?days=90#status");
    assertThat(quarter.rings().getFirst().line().points()).isEqualTo("32.58,22 55.06,2 100,2");
  }

  @Test
  void aNumberOfDaysThatNoChartShowsIsRefused() {
    assertThatThrownBy(() -> show(Map.of("days", List.of("45"))))
        .hasMessage("The charts show no \"45\" days.");
  }
}
