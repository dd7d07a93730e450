package dev.garrison.recipe.sensor;

import static dev.garrison.recipe.sensor.ServerMade.BROAD;
import static dev.garrison.recipe.sensor.ServerMade.NEW;
import static dev.garrison.recipe.sensor.ServerMade.NOW;
import static dev.garrison.recipe.sensor.ServerMade.OLD;
import static dev.garrison.recipe.sensor.ServerMade.PILOT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.garrison.catalog.approvalpolicy.Absence;
import dev.garrison.catalog.approvalpolicy.Choice;
import dev.garrison.catalog.approvalpolicy.Conflict;
import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.DiagnosticCode;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.engine.resource.Desired;
import dev.garrison.engine.resource.Wanted;
import dev.garrison.manifest.ManifestResult;
import dev.garrison.manifest.wsus.WsusServer;
import dev.garrison.survey.sensor.UpdateServerFacts;
import dev.garrison.wsus.problem.WsusCode;
import dev.garrison.wsus.server.UpdateServerState;
import dev.garrison.wsus.subscription.ProductSubscription;
import dev.garrison.wsus.updateserver.FailureKind;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What follows for all update servers together, and what a person is told. */
final class SensorRecipeTest {
  private static final String NAME = "wsus01.contoso.example:8531";
  private static final String LINE_IS = "unified agent, no channel: ";

  private ManifestResult read = new SensorManifest().read();

  private ServerMade server() {
    return new ServerMade(SensorManifest.server(read, 0));
  }

  private SensorRecipe.Part part(UpdateServerFacts... facts) {
    return new SensorRecipe(read, SensorManifest.sensorUpdate(read), NOW, ZoneOffset.UTC)
        .part(List.of(facts));
  }

  private List<String> remarks(ServerMade... servers) {
    return new SensorRecipe(read, SensorManifest.sensorUpdate(read), NOW, ZoneOffset.UTC)
        .part(LinesTold.facts(servers))
        .remarks();
  }

  @Test
  void aRingThatOpensIsToldPinnedAndWanted() {
    SensorRecipe.Part part = part(server().has(NEW).facts());
    assertThat(part.remarks())
        .containsExactly(
            LINE_IS + "10.8800.1.1, ring pilot opens now",
            LINE_IS
                + "10.8800.1.1, ring broad is not started: waits for ring pilot to meet its gate");
    assertThat(part.pins())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "sensor update, unified agent, no channel, ring pilot",
                "gets 10.8800.1.1",
                "sensor update, unified agent, no channel, ring broad",
                "waits"));
    assertThat(part.wanted())
        .extracting(each -> each.address().toString())
        .containsExactly(
            "update-server/" + NAME,
            "product-subscription/" + NAME,
            "approval/" + NAME + "/unified agent 10.8800.1.1/Pilot");
    assertThat(part.warnings()).isEmpty();
    assertThat(part.validUntil()).isEmpty();
  }

  @Test
  void groupsThatDoNotFitRefuseThePlan() {
    read = new SensorManifest().ring("pilot", "Pilot").ring("broad", "All Computers").read();
    assertThatThrownBy(() -> part(server().facts()))
        .isInstanceOfSatisfying(
            RefusalException.class,
            refusal ->
                assertThat(refusal.diagnostics())
                    .extracting(Diagnostic::code)
                    .containsExactly(WsusCode.GROUP_IS_EVERYBODY));
  }

  @Test
  void aBlackoutDayIsThatOfTheZone() {
    read = new SensorManifest().root("blackout: [2026-11-25]").read();
    Instant evening = Instant.parse("2026-11-24T20:00:00Z");
    List<UpdateServerFacts> facts = LinesTold.facts(server().has(NEW));
    assertThat(told(evening, ZoneOffset.UTC, facts))
        .contains(LINE_IS + "10.8800.1.1, ring pilot opens now");
    assertThat(told(evening, ZoneId.of("Asia/Tokyo"), facts))
        .contains(LINE_IS + "10.8800.1.1, ring pilot is not started: today is a blackout day");
  }

  private List<String> told(Instant asOf, ZoneId zone, List<UpdateServerFacts> facts) {
    return new SensorRecipe(read, SensorManifest.sensorUpdate(read), asOf, zone)
        .part(facts)
        .remarks();
  }

  @Test
  void aHeldVersionOfOursIsTakenBackThoughNothingIsCurrent() {
    read = new SensorManifest().section("hold: [{version: 10.8700.1.1, reason: INC0042}]").read();
    assertThat(part(server().has(OLD).ours(OLD, PILOT, 1).facts()).wanted().getLast().desired())
        .isEqualTo(new Desired.Absent<>("held: INC0042"));
  }

  @Test
  void aServerThatLacksTheVersionIsNamed() {
    twoServers();
    ServerMade other = new ServerMade(SensorManifest.server(read, 1)).has(OLD);
    assertThat(remarks(server().has(NEW), other))
        .contains(
            LINE_IS
                + "10.8800.1.1 is not on wsus02.contoso.example:8531, which gets it when it has synchronized");
  }

  private void twoServers() {
    read =
        new SensorManifest()
            .server("wsus01", SensorManifest.WRITES)
            .server("wsus02", "serverId: 8c1f8a52-0d3e-4b6a-9f41-2e5d8c7b6a90")
            .read();
  }

  @Test
  void aServerThatContradictsItselfIsNamedOnceAndNotAsLackingIt() {
    twoServers();
    ServerMade other =
        new ServerMade(SensorManifest.server(read, 1))
            .chooses(
                new Choice.Disagreement(Conflict.SAME_VERSION_TWICE, List.of(OLD, NEW), List.of()));
    assertThat(remarks(server().has(NEW), other))
        .contains(
            LINE_IS
                + "nothing is approved on wsus02.contoso.example:8531, because two different updates have the newest version (10.8700.1.1, 10.8800.1.1): check them in the console")
        .noneMatch(remark -> remark.contains("is not on"));
  }

  @Test
  void termsThatNobodyAcceptedAndNothingToApproveAreTold() {
    twoServers();
    ServerMade other =
        new ServerMade(SensorManifest.server(read, 1))
            .chooses(new Choice.Nothing(Absence.NOT_ON_SERVER));
    assertThat(remarks(server().keeps(NEW).chooses(new Choice.NeedsLicence(NEW)), other))
        .containsExactly(
            "Action needed: "
                + LINE_IS
                + "10.8800.1.1 on wsus01.contoso.example:8531 has license terms that haven't been accepted: read them in the console and accept them there, or set \"acceptLicence: true\"",
            LINE_IS
                + "nothing to approve on wsus02.contoso.example:8531: the server has no such update");
  }

  @Test
  void computersThatDoNotTakeItAreCounted() {
    assertThat(
            remarks(
                server()
                    .has(NEW)
                    .ours(NEW, PILOT, 1)
                    .counts(NEW, PILOT, 1, 3)
                    .counts(NEW, PILOT, 4, 9)
                    .counts(NEW, BROAD, 1, 50)))
        .contains(
            LINE_IS
                + "not applicable to 3 of 12 computers of ring pilot: the agent isn't installed, or the"
                + " update is for another version of Windows")
        .noneMatch(remark -> remark.contains("computers of ring broad"));
  }

  @Test
  void aServerThatCannotBeReadSaysWhyAndThatItsPortWasGuessed() {
    Diagnostic silent = Diagnostic.error(FailureKind.TIMEOUT, "It is silent.", "Look.");
    WsusServer named = SensorManifest.server(read, 0);
    assertThat(part(new UpdateServerFacts.Unknown(named, silent)).remarks())
        .containsExactly("Action needed: It is silent. Look.");
    assertThat(part(new UpdateServerFacts.Unknown(unstated(named), silent)).remarks())
        .containsExactly(
            "Action needed: It is silent. Look. Its port was guessed: if it uses another, name it in \"wsus.servers\".");
  }

  @ParameterizedTest
  @EnumSource(
      value = FailureKind.class,
      names = {"UNAVAILABLE", "NOT_WSUS", "TIMEOUT", "SET_ASIDE"})
  void thePortIsNamedWhereItMayBeTheReason(FailureKind code) {
    assertThat(guessed(code)).contains("Its port was guessed");
  }

  @ParameterizedTest
  @EnumSource(
      value = FailureKind.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = {"UNAVAILABLE", "NOT_WSUS", "TIMEOUT", "SET_ASIDE"})
  void elseItIsNot(FailureKind code) {
    assertThat(guessed(code)).isEqualTo("Action needed: It is silent. Look.");
  }

  private String guessed(DiagnosticCode code) {
    return part(new UpdateServerFacts.Unknown(
            unstated(SensorManifest.server(read, 0)),
            Diagnostic.error(code, "It is silent.", "Look.")))
        .remarks()
        .getFirst();
  }

  private static WsusServer unstated(WsusServer server) {
    return new WsusServer(
        server.url(),
        WsusServer.Owner.UNSTATED,
        server.serverId(),
        server.access(),
        Optional.empty(),
        server.rings(),
        server.discover());
  }

  @Test
  void aServerThatHidesWhoIsBelowSaysSo() {
    assertThat(
            remarks(
                server().hides(Diagnostic.error(WsusCode.BELOW_UNKNOWN, "Nobody knows.", "Look."))))
        .containsExactly("Action needed: Nobody knows. Look.");
  }

  @Test
  void aServerBelowThatTheManifestDoesNotNameGetsNothing() {
    WsusServer below = unstated(SensorManifest.server(read, 0));
    assertThat(remarks(new ServerMade(below).below().has(NEW)))
        .containsExactly(
            "Action needed: wsus01.contoso.example:8531 synchronizes from a server of the manifest and is not in it: its computers get nothing from here. Name it in \"wsus.servers\" with its \"owner\".");
    assertThat(remarks(new ServerMade(below).replica().has(NEW))).isEmpty();
  }

  @Test
  void whatNobodyNeedsIsDeclinedOrTold() {
    read = new SensorManifest().section("decline: decline").read();
    assertThat(part(server().has(OLD, NEW).superseded(DeclineRecipeTest.may(OLD)).facts()).wanted())
        .extracting(each -> each.address().kind())
        .contains("decline");
    read = new SensorManifest().read();
    assertThat(remarks(server().has(OLD, NEW).superseded(DeclineRecipeTest.may(OLD))))
        .contains(
            LINE_IS
                + "no computer needs 10.8700.1.1 on wsus01.contoso.example:8531 any more; with \"decline: decline\" they are declined");
  }

  @Test
  void aRuleThatApprovesTheProductTooIsNamedWhileItIsOn() {
    String told =
        "Action needed: the rule \"Everything\" on wsus01.contoso.example:8531 approves the sensor's updates too: its groups do not wait for rings";
    assertThat(remarks(server().rule("Everything", true))).containsExactly(told);
    assertThat(remarks(server().rule("Everything", false))).isEmpty();
    assertThat(remarks(server().withoutProduct().rule("Everything", true))).isEmpty();
    assertThat(remarks(server().ruleFor("Windows", new UUID(0, 3)))).isEmpty();
    assertThat(remarks(server().replica().rule("Everything", true))).isEmpty();
  }

  @Test
  void whatSomebodyShouldLookAtIsAWarningAndARemark() {
    ServerMade odd = server().has(ApprovalRecipeTest.deployedWithoutApproval());
    SensorRecipe.Part part = part(odd.facts());
    String warning =
        "WSUS server wsus01.contoso.example:8531 reports these updates as approved, but lists no approval for them: \"Update 10.8800.1.1\".";
    assertThat(part.warnings())
        .extracting(Diagnostic::code, Diagnostic::problem)
        .containsExactly(tuple(WsusCode.APPROVALS_CONTRADICT, warning));
    assertThat(part.remarks())
        .last()
        .asString()
        .startsWith("Action needed: " + warning + " Check the approvals");
  }

  @Test
  void anOldUpdateIsAWarningToo() {
    Instant later = Instant.parse("2027-03-24T12:00:00Z");
    SensorRecipe.Part part =
        new SensorRecipe(read, SensorManifest.sensorUpdate(read), later, ZoneOffset.UTC)
            .part(LinesTold.facts(server().has(NEW)));
    assertThat(part.warnings())
        .extracting(Diagnostic::code)
        .containsExactly(WsusCode.CURRENT_UPDATE_IS_OLD);
  }

  @Test
  void eachServerIsWatchedAndThoseAtMicrosoftGetTheProduct() {
    read =
        new SensorManifest()
            .ring("pilot", "Pilot, Pilot 2")
            .ring("broad", "Broad")
            .server("wsus01", SensorManifest.WRITES)
            .read();
    WsusServer named = SensorManifest.server(read, 0);
    WsusServer point =
        new WsusServer(
            named.url(),
            WsusServer.Owner.MECM,
            named.serverId(),
            named.access(),
            Optional.empty(),
            named.rings(),
            named.discover());
    UpdateServerState managed =
        new UpdateServerState(true, true, Set.of("Pilot", "Pilot 2", "Broad"), "");
    Wanted<ProductSubscription> product =
        new Wanted<>(
            ProductSubscription.address(NAME),
            new Desired.Present<>(ProductSubscription.of(NAME)),
            Set.of(UpdateServerState.address(NAME)));

    assertThat(servers(server().facts())).containsExactly(state(managed), product);
    assertThat(servers(server().below().facts())).containsExactly(state(managed));
    assertThat(servers(server().replica().facts())).containsExactly(watched("replica server"));
    assertThat(servers(new ServerMade(point).facts()))
        .containsExactly(watched("software update point"));
    assertThat(servers(new ServerMade(unstated(named)).facts()))
        .containsExactly(watched("not in the manifest"));
    assertThat(
            servers(
                new UpdateServerFacts.Unknown(
                    named, Diagnostic.error(WsusCode.BELOW_UNKNOWN, "Silent.", "Look."))))
        .containsExactly(state(managed));
  }

  private List<Wanted<?>> servers(UpdateServerFacts facts) {
    return new ArrayList<>(
        new ServerRecipe(SensorManifest.sensorUpdate(read)).wanted(List.of(facts)));
  }

  private static Wanted<?> state(UpdateServerState state) {
    return Wanted.present(UpdateServerState.address(NAME), state);
  }

  private static Wanted<?> watched(String why) {
    return state(new UpdateServerState(true, true, Set.of(), why));
  }
}
