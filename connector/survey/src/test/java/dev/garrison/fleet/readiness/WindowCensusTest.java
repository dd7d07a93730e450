package dev.garrison.fleet.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.fleet.ExcludedServers;
import dev.garrison.fleet.KnownServer;
import dev.garrison.fleet.Presence;
import dev.garrison.fleet.Sensor;
import dev.garrison.fleet.Server;
import dev.garrison.manifest.operatingsystem.OperatingSystem;
import dev.garrison.ring.RingWindows;
import dev.garrison.ring.RingWindows.Lack;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WindowCensusTest {
  private static final String OURS = "5d1f2c7e-3f0b-4c55-9d0e-8f6f3a1b70c2";

  private final WindowCensus census =
      new WindowCensus(
          OURS,
          new ExcludedServers(Map.of("EXEMPT01", "left out")),
          new SystemFit(
              EnumSet.complementOf(EnumSet.of(OperatingSystem.WINDOWS_SERVER_2022)), Map.of()));

  private static Server server(String name, String system, boolean obsolete, String tenant) {
    return KnownServer.of(
        1,
        name,
        "pilot",
        system.isEmpty() ? "" : "Microsoft Windows Server " + system + " Standard",
        Optional.of(new Presence(true, true, obsolete, "5.00.9058.1043", Optional.empty())),
        Optional.empty(),
        Optional.empty(),
        tenant.isEmpty()
            ? Optional.empty()
            : Optional.of(new Sensor(1, tenant, true, Optional.empty())));
  }

  private RingWindows pilot() {
    return Objects.requireNonNull(census.rings(List.of("pilot", "broad")).get("pilot"));
  }

  @ParameterizedTest
  @CsvSource({
    "2012 R2, 60, false",
    "2012 R2, 59, true",
    "2016, 15, true",
    "2019, 15, false",
    "2025, 14, true",
    "'', 5, false"
  })
  void aWindowIsTooShortWhereTheMaximumRunTimeDoesNotFit(
      String system, int minutes, boolean tooShort) {
    census.add(server("DC01", system, false, ""), new Windows(minutes, false));
    assertThat(pilot().tooShort().isAny()).isEqualTo(tooShort);
    assertThat(pilot().none()).isEqualTo(Lack.NONE);
  }

  @Test
  void aWindowForUpdatesOnlyIsNone() {
    census.add(server("DC01", "2019", false, ""), new Windows(0, true));
    assertThat(pilot()).isEqualTo(new RingWindows(1, new Lack(1, List.of("DC01")), Lack.NONE));
    assertThat(census.rings(List.of("broad"))).containsEntry("broad", RingWindows.FINE);
  }

  @Test
  void serversThatInstallNothingAreNotCounted() {
    Windows none = new Windows(0, false);
    census.add(server("OLD01", "2019", true, ""), none);
    census.add(server("exempt01.contoso.example", "2019", false, ""), none);
    census.add(server("OURS01", "2019", false, OURS.toUpperCase(Locale.ROOT)), none);
    assertThat(pilot()).isEqualTo(RingWindows.FINE);
    census.add(server("OTHER01", "2019", false, "77aa0000-0000-4000-8000-000000000003"), none);
    assertThat(pilot().none().names()).containsExactly("OTHER01");
  }

  @Test
  void onlyTheFirstNamesAreKept() {
    for (int number = 1; number <= 8; number++) {
      census.add(server("WEB0" + number, "2019", false, ""), new Windows(0, false));
    }
    assertThat(pilot().none().listed())
        .isEqualTo("WEB01, WEB02, WEB03, WEB04, WEB05, WEB06 and 2 more");
  }

  @Test
  void aServerThatIsNeverTargetedHoldsNoRing() {
    census.add(server("SRV01", "2022", false, ""), new Windows(0, false));

    assertThat(pilot()).isEqualTo(RingWindows.FINE);
  }

  @Test
  void aServerOfAnUnknownSystemCounts() {
    census.add(server("SRV01", "", false, ""), new Windows(0, false));

    assertThat(pilot().none().names()).containsExactly("SRV01");
  }
}
