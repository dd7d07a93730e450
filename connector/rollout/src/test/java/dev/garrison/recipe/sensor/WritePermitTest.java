package dev.garrison.recipe.sensor;

import static dev.garrison.recipe.sensor.ServerMade.BROAD;
import static dev.garrison.recipe.sensor.ServerMade.PILOT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.engine.change.Blockage;
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
    assertThat(WritePermit.forServer(server).map(Hold::reason)).contains(off);
    assertThat(WritePermit.forGroup(server, PILOT).map(Hold::reason)).contains(off);
    assertThat(WritePermit.forGroup(server, BROAD).map(Hold::reason)).contains(off);
  }

  @Test
  void withoutACanaryNoGroupGetsAnything() {
    UpdateServerFacts.Known server = server(writes("", "10.0.20348"), "10.0.20348.1");
    String none = "name a group with \"canary\" that gets the first approval here";
    assertThat(WritePermit.forServer(server).map(Hold::reason)).contains(none);
    assertThat(WritePermit.forGroup(server, PILOT).map(Hold::reason)).contains(none);
  }

  @Test
  void beforeSomebodyHasLookedOnlyTheCanaryGroupGetsAnApproval() {
    UpdateServerFacts.Known server = server(writes("Pilot", ""), "10.0.20348.1");
    assertThat(WritePermit.forServer(server).map(Hold::reason))
        .contains(LOOK.formatted("10.0.20348"));
    assertThat(WritePermit.forGroup(server, BROAD).map(Hold::reason))
        .contains(LOOK.formatted("10.0.20348"));
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
    assertThat(
            WritePermit.forServer(server(writes("Pilot", acknowledged), version)).map(Hold::reason))
        .isEqualTo(Optional.of(asked).filter(word -> !word.isEmpty()).map(LOOK::formatted));
  }

  private static Optional<Blockage> blocked(Optional<WsusWrites> writes) {
    return WritePermit.forServer(server(writes, "10.0.20348.1")).flatMap(Hold::blocked);
  }

  @Test
  void whatOnlyAPersonAllowsIsBlockedWithTheRemedy() {
    assertThat(blocked(Optional.empty()))
        .contains(
            new Blockage(
                "writing to wsus01.contoso.example:8531 is off",
                "Set \"allowWrites\", \"serverId\", and \"canary\" of wsus01.contoso.example:8531"
                    + " in the manifest."));
    assertThat(blocked(writes("", "")))
        .contains(
            new Blockage(
                "no canary group is named for wsus01.contoso.example:8531",
                "Name the group that gets the first approval with \"canary\" of"
                    + " wsus01.contoso.example:8531 in the manifest."));
    assertThat(blocked(writes("Pilot", "")))
        .contains(
            new Blockage(
                "the approval for the canary group \"Pilot\" on wsus01.contoso.example:8531 isn't"
                    + " acknowledged",
                "Check that approval in the console of wsus01.contoso.example:8531. If it is"
                    + " correct, set \"acknowledged: 10.0.20348\" in the manifest."));
    assertThat(blocked(writes("Pilot", "10.0.20348"))).isEmpty();
  }

  @Test
  void nothingIsWrittenBeforeTheServerIsAsItShouldBe() {
    assertThat(WritePermit.behind(server(Optional.empty(), "10.0.20348.1")))
        .containsExactly(UpdateServerState.address("wsus01.contoso.example:8531"));
  }
}
