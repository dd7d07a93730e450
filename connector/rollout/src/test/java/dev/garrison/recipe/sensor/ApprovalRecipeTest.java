package dev.garrison.recipe.sensor;

import static dev.garrison.recipe.sensor.ServerMade.BROAD;
import static dev.garrison.recipe.sensor.ServerMade.NEW;
import static dev.garrison.recipe.sensor.ServerMade.NOW;
import static dev.garrison.recipe.sensor.ServerMade.OLD;
import static dev.garrison.recipe.sensor.ServerMade.PILOT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.catalog.Licence;
import dev.garrison.catalog.Publication;
import dev.garrison.catalog.Standing;
import dev.garrison.catalog.Update;
import dev.garrison.catalog.UpdateIdentity;
import dev.garrison.catalog.approvalpolicy.Choice;
import dev.garrison.catalog.approvalpolicy.Conflict;
import dev.garrison.catalog.group.TargetGroup;
import dev.garrison.catalog.sensor.SensorUpdate;
import dev.garrison.engine.change.Blockage;
import dev.garrison.engine.resource.Address;
import dev.garrison.engine.resource.Desired;
import dev.garrison.engine.resource.Wanted;
import dev.garrison.manifest.ManifestResult;
import dev.garrison.wsus.approval.SensorApproval;
import dev.garrison.wsus.approval.SensorLicence;
import dev.garrison.wsus.model.Approval;
import dev.garrison.wsus.server.UpdateServerState;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What one server is asked to have approved. */
final class ApprovalRecipeTest {
  private static final String NAME = "wsus01.contoso.example:8531";
  private static final UUID TERMS = new UUID(7, 7);
  private static final SensorUpdate WITH_TERMS =
      ServerMade.sensor(
          ServerMade.LINE,
          20,
          "10.8800.1.1",
          Publication.PUBLISHED,
          new Licence(Optional.of(TERMS), true, false),
          false);

  private ManifestResult read = new SensorManifest().read();
  private ZoneId zone = ZoneOffset.UTC;

  private ServerMade server() {
    return new ServerMade(SensorManifest.server(read, 0));
  }

  private ApprovalRecipe recipe() {
    return new ApprovalRecipe(read.manifest(), SensorManifest.sensorUpdate(read), NOW, zone);
  }

  private List<Wanted<?>> wanted(ServerMade made) {
    return wanted(recipe(), made);
  }

  private List<Wanted<?>> wanted(ApprovalRecipe recipe, ServerMade made) {
    return recipe.wanted(
        onServer(made),
        LinesTold.rollout(read, LinesTold.facts(made), false).target().orElseThrow());
  }

  private OnServer onServer(ServerMade made) {
    return RingServers.of(SensorManifest.sensorUpdate(read), LinesTold.facts(made), ServerMade.LINE)
        .managed()
        .getFirst();
  }

  private SensorApproval approval(ServerMade made) {
    return (SensorApproval) wanted(made).getFirst().desired().wantedState().orElseThrow();
  }

  private Optional<String> held(ServerMade made) {
    return wanted(made).getFirst().held();
  }

  @Test
  void theGroupsOfAnOpenRingGetAnApprovalBehindTheServer() {
    assertThat(wanted(server().has(NEW)))
        .containsExactly(
            new Wanted<>(
                new Address("approval", NAME + "/unified agent 10.8800.1.1/Pilot"),
                new Desired.Present<>(
                    new SensorApproval(
                        NAME,
                        NEW.id(),
                        PILOT.id(),
                        "install",
                        Optional.empty(),
                        "Garrison [garrison:1:small]",
                        true)),
                Set.of(UpdateServerState.address(NAME))));
  }

  @Test
  void ringsThatHavePassedKeepTheirs() {
    ServerMade made = server().has(NEW).ours(NEW, PILOT, 3).counts(NEW, PILOT, 4, 10);
    assertThat(wanted(made))
        .extracting(each -> each.address().name())
        .containsExactly(
            NAME + "/unified agent 10.8800.1.1/Pilot", NAME + "/unified agent 10.8800.1.1/Broad");
  }

  @Test
  void aHaltedRingHoldsBackItselfAndThoseAfterIt() {
    ServerMade made =
        server()
            .has(NEW)
            .ours(NEW, PILOT, 3)
            .counts(NEW, PILOT, 5, 10)
            .ours(NEW, BROAD, 1)
            .counts(NEW, BROAD, 4, 10);
    assertThat(wanted(made)).isEmpty();
  }

  @Test
  void aRingThatIsHaltedLaterLeavesTheEarlierOnes() {
    ServerMade made =
        server()
            .has(NEW)
            .ours(NEW, PILOT, 3)
            .counts(NEW, PILOT, 4, 10)
            .ours(NEW, BROAD, 1)
            .counts(NEW, BROAD, 5, 10);
    assertThat(wanted(made))
        .extracting(each -> each.address().name())
        .containsExactly(NAME + "/unified agent 10.8800.1.1/Pilot");
  }

  @Test
  void aServerThatContradictsItselfGetsNothing() {
    ServerMade made = server().keeps(OLD).ours(OLD, PILOT, 1);
    assertThat(wanted(made)).hasSize(1);
    made.chooses(
        new Choice.Disagreement(Conflict.SAME_VERSION_TWICE, List.of(OLD, OLD), List.of()));
    assertThat(wanted(made)).isEmpty();
  }

  @Test
  void termsThatNobodyAcceptedAreInTheWay() {
    assertThat(wanted(server().has(WITH_TERMS))).isEmpty();
  }

  @Test
  void termsThatMayBeAcceptedComeBeforeTheApproval() {
    read = new SensorManifest().section("acceptLicence: true").read();
    Address terms = new Address("licence", NAME + "/unified agent 10.8800.1.1");
    List<Wanted<?>> wanted = wanted(server().has(WITH_TERMS));
    assertThat(wanted.getFirst())
        .isEqualTo(
            new Wanted<>(
                terms,
                new Desired.Present<>(new SensorLicence(NAME, WITH_TERMS.id(), TERMS, true)),
                Set.of(UpdateServerState.address(NAME))));
    assertThat(wanted.getLast().after())
        .containsExactlyInAnyOrder(UpdateServerState.address(NAME), terms);
  }

  @Test
  void termsAreNotAcceptedWhereNothingMayBeWritten() {
    read =
        new SensorManifest()
            .section("acceptLicence: true")
            .server("wsus01", "serverId: 7c1f8a52-0d3e-4b6a-9f41-2e5d8c7b6a90")
            .read();
    assertThat(wanted(server().has(WITH_TERMS)))
        .extracting(Wanted::held)
        .containsExactly(
            Optional.of(
                "writing to this server is off: set \"allowWrites\", \"serverId\" and \"canary\""),
            Optional.of(
                "writing to this server is off: set \"allowWrites\", \"serverId\" and \"canary\""));
  }

  @Test
  void termsAreNotAcceptedBeforeAnApprovalMayBeMade() {
    read =
        new SensorManifest()
            .section("acceptLicence: true")
            .server("wsus01", "serverId: 7c1f8a52-0d3e-4b6a-9f41-2e5d8c7b6a90, allowWrites: true")
            .read();
    assertThat(wanted(server().has(WITH_TERMS)))
        .extracting(Wanted::held)
        .containsOnly(
            Optional.of("name a group with \"canary\" that gets the first approval here"));
  }

  @Test
  void termsThatSomebodyAcceptedNeedNoWord() {
    read = new SensorManifest().section("acceptLicence: true").read();
    SensorUpdate accepted =
        ServerMade.sensor(
            ServerMade.LINE,
            20,
            "10.8800.1.1",
            Publication.PUBLISHED,
            new Licence(Optional.of(TERMS), true, true),
            false);
    assertThat(wanted(server().has(accepted)))
        .extracting(each -> each.address().kind())
        .containsExactly("approval");
  }

  @Test
  void whereNoRingDeploysTermsAreNotAskedFor() {
    read = new SensorManifest().section("acceptLicence: true").read();
    ServerMade made =
        server().has(WITH_TERMS).ours(WITH_TERMS, PILOT, 1).counts(WITH_TERMS, PILOT, 5, 9);
    assertThat(wanted(made)).isEmpty();
  }

  @Test
  void anApprovalThatIsThereKeepsItsDeadlineAndWhoMadeIt() {
    read = new SensorManifest().section("deadline: \"+7d 22:00\"").read();
    Approval there = approved(NEW.update().identity(), "2026-11-20T22:00:00Z");
    SensorApproval kept = approval(server().has(NEW).owns(there));
    assertThat(kept.deadline()).contains(Instant.parse("2026-11-20T22:00:00Z"));
    assertThat(kept.approvedBy()).isEqualTo("CONTOSO\\anna [garrison:1:small]");
  }

  @Test
  void anApprovalOfSomebodyElseKeepsItsDeadlineAndIsNotPassedOffAsOurs() {
    read = new SensorManifest().section("deadline: \"+7d 22:00\"").read();
    Approval there = approved(NEW.update().identity(), "2026-11-20T22:00:00Z");
    SensorApproval kept = approval(server().has(NEW).decided(there));
    assertThat(kept.deadline()).contains(Instant.parse("2026-11-20T22:00:00Z"));
    assertThat(kept.approvedBy()).isEqualTo("Garrison [garrison:1:small]");
  }

  @Test
  void anApprovalOfAnEarlierRevisionIsMadeAnew() {
    read = new SensorManifest().section("deadline: \"+7d 22:00\"").read();
    Approval earlier = approved(new UpdateIdentity(NEW.id(), 1), "2026-11-20T22:00:00Z");
    SensorApproval anew = approval(server().has(NEW).owns(earlier));
    assertThat(anew.deadline()).contains(Instant.parse("2026-12-01T22:00:00Z"));
    assertThat(anew.approvedBy()).isEqualTo("Garrison [garrison:1:small]");
  }

  private static Approval approved(UpdateIdentity update, String deadline) {
    return new Approval(
        new UUID(5, 1),
        update,
        PILOT.id(),
        Approval.INSTALL,
        NOW,
        Optional.of(Instant.parse(deadline)),
        "CONTOSO\\anna [garrison:1:small]",
        true);
  }

  @Test
  void theAccountThatWritesIsNamedBeforeOurMark() {
    read =
        new SensorManifest()
            .server(
                "wsus01",
                SensorManifest.WRITES
                    + ", authentication: ntlm, user: 'CONTOSO\\reader', password: 'env:R', write:"
                    + " {user: 'CONTOSO\\writer', password: 'env:W'}")
            .read();
    assertThat(approval(server().has(NEW)).approvedBy())
        .isEqualTo("CONTOSO\\writer [garrison:1:small]");
  }

  @Test
  void aNewDeadlineIsCountedInTheZoneOfTheManifest() {
    read = new SensorManifest().section("deadline: \"+7d 22:00\"").read();
    zone = ZoneId.of("America/Los_Angeles");
    assertThat(approval(server().has(NEW)).deadline())
        .contains(Instant.parse("2026-12-02T06:00:00Z"));
  }

  @Test
  void aDeadlineOnABlackoutDayHoldsANewApproval() {
    read =
        new SensorManifest()
            .root("blackout: [2026-12-01]")
            .section("deadline: \"+7d 22:00\"")
            .read();
    assertThat(held(server().has(NEW)))
        .contains("its deadline would fall on the blackout day 2026-12-01");
    assertThat(held(server().has(NEW).ours(NEW, PILOT, 1))).isEmpty();
  }

  @Test
  void theBlackoutDayIsThatOfTheZone() {
    read =
        new SensorManifest()
            .root("blackout: [2026-12-02]")
            .section("deadline: \"+7d 22:00\"")
            .read();
    assertThat(held(server().has(NEW))).isEmpty();
    zone = ZoneId.of("America/Los_Angeles");
    assertThat(held(server().has(NEW))).isEmpty();
    read =
        new SensorManifest()
            .root("blackout: [2026-12-01]")
            .section("deadline: \"+7d 22:00\"")
            .read();
    assertThat(held(server().has(NEW)))
        .contains("its deadline would fall on the blackout day 2026-12-01");
  }

  @Test
  void anUpdateThatMayAskAPersonTakesNoDeadline() {
    SensorUpdate asking =
        ServerMade.sensor(
            ServerMade.LINE, 20, "10.8800.1.1", Publication.PUBLISHED, Licence.NONE, true);
    assertThat(held(server().has(asking))).isEmpty();
    read = new SensorManifest().section("deadline: \"+7d 22:00\"").read();
    assertThat(held(server().has(asking)))
        .contains("it may ask a person, so WSUS takes no deadline for it: leave \"deadline\" out");
    assertThat(held(server().has(NEW))).isEmpty();
  }

  @Test
  void onlyWhatAPersonHasToEndIsBlocked() {
    SensorUpdate asking =
        ServerMade.sensor(
            ServerMade.LINE, 20, "10.8800.1.1", Publication.PUBLISHED, Licence.NONE, true);
    read =
        new SensorManifest()
            .root("blackout: [2026-12-01]")
            .section("deadline: \"+7d 22:00\"")
            .read();
    assertThat(wanted(server().has(NEW)).getFirst().blocked()).isEmpty();
    assertThat(wanted(server().has(asking)).getFirst().blocked())
        .contains(
            new Blockage(
                "10.8800.1.1 on "
                    + NAME
                    + " may ask for user input, so WSUS accepts no deadline for it",
                "Remove \"deadline\" from \"sensorUpdate\" in the manifest."));
  }

  @Test
  void whatTheServerContradictsIsHeld() {
    SensorUpdate odd = deployedWithoutApproval();
    assertThat(held(server().has(odd)))
        .contains("the server reports this update as approved, but lists no approval");
  }

  static SensorUpdate deployedWithoutApproval() {
    Standing standing = NEW.update().standing();
    return new SensorUpdate(
        NEW.line(),
        NEW.version(),
        new Update(
            NEW.update().identity(),
            NEW.update().labels(),
            new Standing(
                standing.publication(),
                standing.latestRevision(),
                standing.declined(),
                standing.superseded(),
                Optional.of(true),
                standing.created(),
                standing.arrived()),
            NEW.update().installation()));
  }

  @Test
  void aServerThatMayNotBeWrittenToGetsNoApproval() {
    read =
        new SensorManifest()
            .server("wsus01", "serverId: 7c1f8a52-0d3e-4b6a-9f41-2e5d8c7b6a90")
            .read();
    assertThat(held(server().has(NEW)))
        .contains(
            "writing to this server is off: set \"allowWrites\", \"serverId\" and \"canary\"");
  }

  @Test
  void groupsOfOneRingEachGetTheirOwn() {
    TargetGroup second = ServerMade.group(4, "Pilot 2", TargetGroup.ALL_COMPUTERS);
    read = new SensorManifest().ring("pilot", "Pilot, Pilot 2").ring("broad", "Broad").read();
    assertThat(wanted(server().groups(second).has(NEW)))
        .extracting(each -> each.address().name())
        .containsExactly(
            NAME + "/unified agent 10.8800.1.1/Pilot", NAME + "/unified agent 10.8800.1.1/Pilot 2");
  }
}
