package dev.garrison.server.page.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.fleet.antivirus.ServerAntivirus;
import dev.garrison.history.AntivirusHistory.Look;
import dev.garrison.history.ProtectedServers;
import dev.garrison.job.ServerReport;
import dev.garrison.job.ServerReport.Client;
import dev.garrison.job.ServerReport.Deployment;
import dev.garrison.job.ServerReport.SensorReport;
import dev.garrison.server.page.fleet.ServerSource.Fact;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Each source with its age, or why it is unknown. */
final class ServerSourceTest {
  private static final Instant AT = Instant.parse("2026-11-24T04:21:00Z");
  private static final Client CLIENT =
      new Client(true, true, false, "5.00.9132.1011", Optional.of(AT));

  private static List<ServerSource> sources(
      List<Deployment> deployments, Optional<SensorReport> sensor, Optional<Client> client) {
    return ServerSource.of(
        Optional.of(new ServerReport("", "", Optional.empty(), deployments, sensor, client)),
        Optional.empty(),
        Optional.empty());
  }

  private static Fact fact(String name, String text) {
    return new Fact(name, text, Optional.empty(), false, false);
  }

  private static Fact recorded(String name, String text) {
    return new Fact(name, text, Optional.empty(), true, false);
  }

  private static Fact unknown(String name) {
    return new Fact(name, "The site doesn't report the time.", Optional.empty(), false, true);
  }

  private static Fact at(String name) {
    return new Fact(name, "", Optional.of(AT), false, false);
  }

  @Test
  void aFailedDeploymentHasItsErrorCodeAndTime() {
    assertThat(
            sources(
                    List.of(
                        new Deployment(
                            "onboarding", "deployment failed", 5, 5000, 1603, Optional.of(AT)),
                        new Deployment("antivirus mode", "success", 1, 1000, 0, Optional.empty())),
                    Optional.empty(),
                    Optional.empty())
                .getFirst())
        .isEqualTo(
            new ServerSource(
                "Deployment",
                Optional.of("Deployment failed"),
                "",
                true,
                true,
                List.of(
                    fact("Error code", "1603"),
                    at("Status since"),
                    recorded("Antivirus mode", "Success"),
                    unknown("Antivirus mode since"))));
  }

  @Test
  void anotherDeploymentIsNoOnboarding() {
    assertThat(
            sources(
                    List.of(new Deployment("settings", "success", 1, 1000, 0, Optional.of(AT))),
                    Optional.empty(),
                    Optional.empty())
                .getFirst())
        .isEqualTo(
            new ServerSource(
                "Deployment",
                Optional.empty(),
                "No onboarding deployment targets this server.",
                false,
                false,
                List.of(recorded("Settings", "Success"), at("Settings since"))));
  }

  @Test
  void anErrorOfTheClientIsWrittenAsTheConsoleWritesIt() {
    assertThat(
            sources(
                    List.of(
                        new Deployment("onboarding", "x", 5, 5000, 0x87D00324L, Optional.of(AT))),
                    Optional.empty(),
                    Optional.empty())
                .getFirst()
                .facts())
        .contains(fact("Error code", "0x87D00324"));
  }

  @Test
  void withoutADeploymentASensorAndARecordEachSourceSaysWhy() {
    assertThat(sources(List.of(), Optional.empty(), Optional.empty()))
        .extracting(ServerSource::missing)
        .containsExactly(
            "No deployment targets this server.",
            "The site has no hardware inventory of this server.",
            "Not recorded yet. The next run of the job \"status\" records it.",
            "The site has no record of this device.");
  }

  @Test
  void anInventoryWithoutTheSensorIsNotTakenForNone() {
    assertThat(sources(List.of(), Optional.empty(), Optional.of(CLIENT)).get(1).missing())
        .isEqualTo("Hardware inventory doesn't report the sensor.");
  }

  @Test
  void theSensorHasTheAgeOfTheInventoryThatReportsIt() {
    assertThat(
            sources(
                    List.of(),
                    Optional.of(
                        new SensorReport(1, "5d1f", false, Optional.empty(), Optional.empty())),
                    Optional.of(CLIENT))
                .get(1))
        .isEqualTo(
            new ServerSource(
                "Sensor",
                Optional.of("Onboarded"),
                "",
                false,
                true,
                List.of(
                    fact("Service Sense", "Not running"),
                    fact("Tenant", "5d1f"),
                    unknown("Last connected"),
                    at("Hardware inventory"))));
  }

  @Test
  void anAnswerOfTheServerItselfHasItsOwnAge() {
    assertThat(
            sources(
                    List.of(),
                    Optional.of(new SensorReport(0, "", false, Optional.empty(), Optional.of(AT))),
                    Optional.of(CLIENT))
                .get(1)
                .facts())
        .contains(at("Answer of the server"));
  }

  @Test
  void theClientSaysWhetherItIsActive() {
    assertThat(sources(List.of(), Optional.empty(), Optional.of(CLIENT)).getLast())
        .isEqualTo(
            new ServerSource(
                "Client",
                Optional.of("Active"),
                "",
                false,
                false,
                List.of(fact("Version", "5.00.9132.1011"), at("Hardware inventory"))));
    assertThat(
            sources(
                    List.of(),
                    Optional.empty(),
                    Optional.of(new Client(true, false, false, "", Optional.empty())))
                .getLast()
                .facts())
        .containsExactly(
            fact("Version", "Not reported"), fact("Hardware inventory", "- (none received)"));
  }

  private static ServerSource antivirus(ServerAntivirus server, boolean tellsMode) {
    return ServerSource.of(
            Optional.empty(),
            Optional.of(server.facts()),
            Optional.of(new Look(AT, tellsMode, List.of())))
        .get(2);
  }

  @Test
  void twoProductsAreADanger() {
    ServerSource source = antivirus(ProtectedServers.TWO, true);
    assertThat(source.isBad()).isTrue();
    assertThat(source.answer()).contains("Microsoft Defender Antivirus and ESET");
    assertThat(source.facts()).contains(recorded("Danger", "Two active antivirus products"));
  }

  @Test
  void aModeThatIsNotKnownSaysWhy() {
    ServerSource source = antivirus(ProtectedServers.DIM, false);
    assertThat(source.answer()).isEmpty();
    assertThat(source.missing()).isEqualTo("The site doesn't report what protects it.");
    assertThat(source.facts())
        .containsExactly(fact("Running mode", "- (the site's inventory doesn't include it)"));
    assertThat(antivirus(ProtectedServers.DIM, true).facts())
        .containsExactly(fact("Running mode", "- (not in this server's inventory)"));
  }
}
