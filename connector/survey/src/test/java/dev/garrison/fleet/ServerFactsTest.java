package dev.garrison.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.diagnostic.Worded;
import dev.garrison.fleet.antivirus.ServerAntivirus;
import dev.garrison.fleet.readiness.SystemFit;
import dev.garrison.fleet.standing.AntivirusStanding;
import dev.garrison.fleet.standing.FleetStanding;
import dev.garrison.fleet.table.Fleet;
import dev.garrison.language.Text;
import dev.garrison.manifest.operatingsystem.OperatingSystem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What facts about a server mean, from a table that was written by hand. */
final class ServerFactsTest {
  private static final ExcludedServers NOBODY = new ExcludedServers(Map.of());
  private static final ServerStateRules RULES = new ServerStateRules(FactsOfAServer.TENANT, NOBODY);

  static List<String> rows() throws IOException {
    try (InputStream table = ServerFactsTest.class.getResourceAsStream("server-facts.txt")) {
      return new String(Objects.requireNonNull(table).readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.replaceAll(" +", " "))
          .toList();
    }
  }

  private static String[] cells(String text) {
    return Arrays.stream(text.split("\\|", -1)).map(String::strip).toArray(String[]::new);
  }

  @ParameterizedTest
  @MethodSource("rows")
  void factsMeanWhatTheTableSays(String row) {
    String[] halves = row.split("->", -1);
    String[] facts = cells(halves[0]);
    Fleet fleet = FactsOfAServer.rings();
    int place =
        new FactsOfAServer(
                facts[0], facts[1], facts[2], facts[3], facts[4], facts[5], facts[6], facts[7],
                facts[8])
            .addTo(fleet, 1);
    Server server = fleet.server(place);
    ServerAntivirus antivirus = standing(fleet).of(server);
    Verdict verdict = RULES.of(server);

    String[] expected = cells(halves[1]);
    expected[4] = Text.of(expected[4]).toString();
    assertThat(
            List.of(
                verdict.state().word(),
                antivirus.today().danger().map(Worded::word).orElse("-"),
                antivirus.today().protector().word(),
                antivirus.after().protector().word(),
                verdict.remedy()))
        .containsExactly(expected);
  }

  @Test
  void theTableHasAtLeastEightyDifferentRows() throws IOException {
    assertThat(rows()).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(80);
  }

  private static AntivirusStanding standing(Fleet fleet) {
    return new AntivirusStanding(
        new FleetStanding(
            "small",
            "PS1",
            Instant.parse("2026-11-24T21:00:00Z"),
            List.of(),
            fleet,
            RULES,
            List.of(),
            Optional.empty()),
        new SystemFit(Set.of(OperatingSystem.values()), Map.of()),
        FactsOfAServer.TENANT,
        NOBODY,
        false);
  }
}
