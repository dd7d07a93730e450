package dev.garrison.recipe.sensor;

import static dev.garrison.recipe.sensor.ServerMade.BROAD;
import static dev.garrison.recipe.sensor.ServerMade.PILOT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.manifest.wsus.WsusServer;
import dev.garrison.manifest.wsus.WsusWrites;
import dev.garrison.survey.sensor.UpdateServerFacts;
import dev.garrison.wsus.server.UpdateServerState;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The first approval on a server goes to one group, and a person looks at it. */
final class WritePermitTest {
  private static final String LOOK =
      "check the approval for the canary group \"Pilot\" in the console; when it is right, set \"acknowledged: %s\"";

  private static UpdateServerFacts.Known server(Optional<WsusWrites> writes, String version) {
    WsusServer named = SensorManifest.server(new SensorManifest().read(), 0);
    return new ServerMade(
            new WsusServer(
                named.url(),
                named.owner(),
                named.serverId(),
                named.access(),
                writes,
                named.rings(),
                named.discover()))
        .version(version)
        .facts();
  }

  private static Optional<WsusWrites> writes(String canary, String acknowledged) {
    return Optional.of(
        new WsusWrites(
            Optional.of(canary).filter(word -> !word.isEmpty()),
            Optional.of(acknowledged).filter(word -> !word.isEmpty())));
  }

  @Test
  void withoutPermissionNoGroupGetsAnything() {
    UpdateServerFacts.Known server = server(Optional.empty(), "10.0.20348.1");
    String off = "writing to this server is off: set \"allowWrites\", \"serverId\" and \"canary\"";
    assertThat(WritePermit.forServer(server)).contains(off);
    assertThat(WritePermit.forGroup(server, PILOT)).contains(off);
    assertThat(WritePermit.forGroup(server, BROAD)).contains(off);
  }

  @Test
  void withoutACanaryNoGroupGetsAnything() {
    UpdateServerFacts.Known server = server(writes("", "10.0.20348"), "10.0.20348.1");
    String none = "name a group with \"canary\" that gets the first approval here";
    assertThat(WritePermit.forServer(server)).contains(none);
    assertThat(WritePermit.forGroup(server, PILOT)).contains(none);
  }

  @Test
  void beforeSomebodyHasLookedOnlyTheCanaryGroupGetsAnApproval() {
    UpdateServerFacts.Known server = server(writes("Pilot", ""), "10.0.20348.1");
    assertThat(WritePermit.forServer(server)).contains(LOOK.formatted("10.0.20348"));
    assertThat(WritePermit.forGroup(server, BROAD)).contains(LOOK.formatted("10.0.20348"));
    assertThat(WritePermit.forGroup(server, PILOT)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    // version of the server, what was acknowledged, what is to be
    "10.0.20348.1, 10.0.20348, ''",
    "10.0.20348.1, 10.0.17763, 10.0.20348",
    "10.0.20348.1, 10.0.2034, 10.0.20348",
    "10.0.20348, 10.0.20348, ''",
    "10.0, 10.0.20348, 10.0",
    "10.0.26100.4652, 10.0.20348, 10.0.26100"
  })
  void anotherVersionOfTheServerIsToBeLookedAtAnew(
      String version, String acknowledged, String asked) {
    assertThat(WritePermit.forServer(server(writes("Pilot", acknowledged), version)))
        .isEqualTo(Optional.of(asked).filter(word -> !word.isEmpty()).map(LOOK::formatted));
  }

  @Test
  void nothingIsWrittenBeforeTheServerIsAsItShouldBe() {
    assertThat(WritePermit.behind(server(Optional.empty(), "10.0.20348.1")))
        .containsExactly(UpdateServerState.address("wsus01.contoso.example:8531"));
  }
}
