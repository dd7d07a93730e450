package dev.garrison.recipe.sensor;

import static dev.garrison.recipe.sensor.ServerMade.NEW;
import static dev.garrison.recipe.sensor.ServerMade.NOW;
import static dev.garrison.recipe.sensor.ServerMade.OLD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.catalog.declinepolicy.DeclineVerdict;
import dev.garrison.catalog.declinepolicy.KeepReason;
import dev.garrison.catalog.sensor.SensorUpdate;
import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.engine.resource.Address;
import dev.garrison.engine.resource.Desired;
import dev.garrison.engine.resource.Wanted;
import dev.garrison.manifest.ManifestResult;
import dev.garrison.manifest.wsus.WsusServer;
import dev.garrison.survey.sensor.UpdateServerFacts;
import dev.garrison.wsus.decline.DeclineExaminer.Examined;
import dev.garrison.wsus.decline.SensorDecline;
import dev.garrison.wsus.problem.WsusCode;
import dev.garrison.wsus.server.UpdateServerState;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What becomes of updates that nobody needs any more (F33). */
final class DeclineRecipeTest {
  private static final String NAME = "wsus01.contoso.example:8531";
  private static final SensorUpdate OLDER = ServerMade.sensor(9, "10.8600.1.1");
  private static final DeclineBelow NOBODY = new DeclineBelow(List.of(), List.of());

  private ManifestResult read = new SensorManifest().section("decline: decline").read();

  static Examined may(SensorUpdate sensor) {
    return new Examined(
        sensor,
        new DeclineVerdict.MayDecline(sensor, NEW, List.of(NEW.id()), List.of(), NOW, 3),
        true);
  }

  private static Examined keep(SensorUpdate sensor) {
    return new Examined(
        sensor, new DeclineVerdict.Keep(KeepReason.SUPERSEDER_NOT_APPROVED, "needed"), true);
  }

  private ServerMade server() {
    return new ServerMade(SensorManifest.server(read, 0)).has(OLDER, OLD, NEW);
  }

  private DeclineRecipe recipe() {
    return new DeclineRecipe(SensorManifest.sensorUpdate(read));
  }

  private List<Wanted<?>> wanted(ServerMade made, DeclineBelow below) {
    return recipe().wanted(made.facts(), below);
  }

  @Test
  void whatNobodyNeedsIsDeclinedAndNothingElse() {
    ServerMade made = server().superseded(keep(OLDER)).superseded(may(OLD));
    assertThat(wanted(made, NOBODY))
        .containsExactly(
            new Wanted<>(
                new Address("decline", NAME + "/unified agent 10.8700.1.1"),
                new Desired.Present<>(new SensorDecline(NAME, OLD.id(), true)),
                Set.of(UpdateServerState.address(NAME))));
    assertThat(recipe().remarks(made.facts())).isEmpty();
  }

  @Test
  void whereItIsOnlyReportedNothingIsDeclined() {
    read = new SensorManifest().read();
    ServerMade made = server().superseded(may(OLDER)).superseded(may(OLD)).superseded(keep(NEW));
    assertThat(wanted(made, NOBODY)).isEmpty();
    assertThat(recipe().remarks(made.facts()))
        .containsExactly(
            "unified agent, no channel: no computer needs 10.8600.1.1, 10.8700.1.1 on wsus01.contoso.example:8531 any more; with \"decline: decline\" they are declined");
  }

  @Test
  void beforeSomebodyHasLookedAtAnApprovalNothingIsDeclined() {
    read =
        new SensorManifest()
            .section("decline: decline")
            .server(
                "wsus01",
                "serverId: 7c1f8a52-0d3e-4b6a-9f41-2e5d8c7b6a90, allowWrites: true, canary: Pilot")
            .read();
    assertThat(wanted(server().superseded(may(OLD)), NOBODY))
        .extracting(Wanted::held)
        .containsExactly(
            Optional.of(
                "check the approval for the canary group \"Pilot\" in the console; when it is right, set \"acknowledged: 10.0.20348\""));
  }

  @Test
  void whatServersBelowSayHoldsIt() {
    assertThat(
            wanted(server().superseded(may(OLD)), new DeclineBelow(List.of(), List.of("wsus02"))))
        .extracting(Wanted::held)
        .containsExactly(Optional.of("who needs it is not known while wsus02 cannot be read"));
  }

  @Test
  void onlyReplicasAndServersThatCannotBeReadHaveASay() {
    read =
        new SensorManifest()
            .server("wsus01", "serverId: 7c1f8a52-0d3e-4b6a-9f41-2e5d8c7b6a90")
            .server("wsus02", "serverId: 8c1f8a52-0d3e-4b6a-9f41-2e5d8c7b6a90")
            .server("wsus03", "serverId: 9c1f8a52-0d3e-4b6a-9f41-2e5d8c7b6a90")
            .read();
    Diagnostic why = Diagnostic.error(WsusCode.BELOW_UNKNOWN, "Nobody knows.", "Look.");
    WsusServer third = SensorManifest.server(read, 2);
    UpdateServerFacts.Known replica =
        new ServerMade(SensorManifest.server(read, 1))
            .replica()
            .has(OLD)
            .superseded(keep(OLD))
            .facts();
    DeclineBelow below =
        DeclineBelow.of(
            List.of(server().facts(), replica, new UpdateServerFacts.Unknown(third, why)));
    assertThat(below.replicas())
        .singleElement()
        .satisfies(each -> {
          assertThat(each.name()).isEqualTo("wsus02.contoso.example:8531");
          assertThat(each.objection(OLD.id()))
              .contains("its replica wsus02.contoso.example:8531 reports: needed");
        });
    assertThat(below.unread()).containsExactly("wsus03.contoso.example:8531");

    WsusServer point =
        new WsusServer(
            third.url(),
            WsusServer.Owner.MECM,
            third.serverId(),
            third.access(),
            third.writes(),
            third.rings(),
            third.discover());
    assertThat(DeclineBelow.of(List.of(new UpdateServerFacts.Unknown(point, why))))
        .isEqualTo(NOBODY);
  }
}
