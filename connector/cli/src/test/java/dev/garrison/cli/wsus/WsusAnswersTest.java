package dev.garrison.cli.wsus;

import dev.garrison.catalog.ContentState;
import dev.garrison.catalog.Installation;
import dev.garrison.catalog.Labels;
import dev.garrison.catalog.Licence;
import dev.garrison.catalog.Publication;
import dev.garrison.catalog.Standing;
import dev.garrison.catalog.Update;
import dev.garrison.catalog.UpdateIdentity;
import dev.garrison.catalog.approvalpolicy.Absence;
import dev.garrison.catalog.approvalpolicy.Choice;
import dev.garrison.catalog.approvalpolicy.Conflict;
import dev.garrison.catalog.group.TargetGroup;
import dev.garrison.catalog.sensor.Channel;
import dev.garrison.catalog.sensor.Family;
import dev.garrison.catalog.sensor.ReleaseLine;
import dev.garrison.catalog.sensor.SensorUpdate;
import dev.garrison.catalog.sensor.SensorVersion;
import dev.garrison.cli.Printed;
import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.digest.Sha256;
import dev.garrison.json.Json;
import dev.garrison.language.Text;
import dev.garrison.manifest.value.ServerAccess;
import dev.garrison.manifest.value.SignIn;
import dev.garrison.manifest.value.TrustAnchor;
import dev.garrison.manifest.wsus.WsusServer;
import dev.garrison.manifest.wsus.WsusServer.Discover;
import dev.garrison.manifest.wsus.WsusServer.Owner;
import dev.garrison.mecm.softwareupdate.DeploymentRule;
import dev.garrison.mecm.softwareupdate.PointState;
import dev.garrison.mecm.softwareupdate.RingCoverage;
import dev.garrison.mecm.softwareupdate.ServedRing;
import dev.garrison.mecm.softwareupdate.SiteDeployment;
import dev.garrison.mecm.softwareupdate.SiteRelease;
import dev.garrison.mecm.softwareupdate.SiteUpdates;
import dev.garrison.mecm.softwareupdate.UpdateCounts;
import dev.garrison.state.RecordCode;
import dev.garrison.survey.point.PointStanding;
import dev.garrison.survey.point.RingCompliance;
import dev.garrison.survey.update.WsusStanding;
import dev.garrison.wsus.model.Approval;
import dev.garrison.wsus.model.SyncEvent;
import dev.garrison.wsus.status.Counts;
import dev.garrison.wsus.status.GroupStanding;
import dev.garrison.wsus.status.LineStanding;
import dev.garrison.wsus.status.NeighbourStanding;
import dev.garrison.wsus.status.ServerStanding;
import dev.garrison.wsus.sync.PlannedSync;
import dev.garrison.wsus.sync.SyncDecision;
import dev.garrison.wsus.sync.SyncOutcome;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class WsusAnswersTest {
  private static final Instant NOW = Instant.parse("2026-11-24T21:00:00Z");
  private static final Diagnostic PROBLEM =
      Diagnostic.error(RecordCode.JOURNAL_UNREADABLE, "It failed.", "Look.");
  private static final ReleaseLine LINE =
      new ReleaseLine(new Family("Windows 10/11"), new Channel("Current Channel (Broad)"));

  private static String status(WsusStanding standing) {
    return new Json().pretty(WsusStatusAnswer.of("contoso-prod", standing, NOW));
  }

  private static String planned(List<PlannedSync> plan) {
    return new Json().pretty(SyncAnswer.planned("contoso-prod", NOW, plan));
  }

  private static String ended(List<PlannedSync> plan, List<SyncOutcome> outcomes) {
    return new Json().pretty(SyncAnswer.ended("contoso-prod", NOW, plan, outcomes));
  }

  private static WsusServer server(String name, Owner owner) {
    return new WsusServer(
        URI.create("https://" + name + ":8531"),
        owner,
        Optional.empty(),
        new ServerAccess(
            false,
            List.of(new TrustAnchor.Pin(Sha256.of("certificate"))),
            new SignIn(SignIn.Method.NTLM, Optional.empty(), Optional.empty(), Optional.empty())),
        Optional.empty(),
        Map.of(),
        Discover.NOTHING);
  }

  private static SensorUpdate sensor(int version) {
    return new SensorUpdate(
        LINE,
        new SensorVersion(List.of(10, version, 27617, 1006)),
        new Update(
            new UpdateIdentity(new UUID(0, version), 200),
            Labels.of("Update for the sensor", Set.of("5005292"), Set.of()),
            new Standing(Publication.PUBLISHED, true, false, false, Optional.empty(), NOW, NOW),
            new Installation(ContentState.READY, Licence.NONE, false, false)));
  }

  private static GroupStanding group(String name, Optional<Integer> action) {
    UUID id = new UUID(1, name.length());
    return new GroupStanding(
        new TargetGroup(id, name, Optional.empty()),
        action.map(number ->
            new Approval(
                new UUID(2, 2),
                new UpdateIdentity(new UUID(0, 8760), 200),
                id,
                number,
                NOW,
                Optional.empty(),
                "CONTOSO\\anna",
                true)),
        action.isEmpty(),
        action.isEmpty() ? Optional.of(new SensorVersion(List.of(10, 8750))) : Optional.empty(),
        new Counts(1, 2, 3, 4, 5),
        action.isEmpty());
  }

  private static LineStanding line(Choice choice, GroupStanding... groups) {
    return new LineStanding(LINE, choice, List.of(groups));
  }

  private static ServerStanding reached() {
    return new ServerStanding.Reached(
        server("wsus01.contoso.example", Owner.WSUS),
        "10.0.20348.1",
        Optional.empty(),
        false,
        Optional.of(NOW),
        Optional.of(
            new SyncEvent(
                new UUID(0, 386), SyncEvent.FAILED, NOW, Optional.of("The proxy failed."))),
        List.of(
            line(
                new Choice.Selected(sensor(8760), List.of(sensor(8750))),
                group("Pilot", Optional.of(Approval.INSTALL)),
                group("All", Optional.empty())),
            line(new Choice.NeedsLicence(sensor(8760))),
            line(new Choice.Nothing(Absence.NOT_ON_SERVER)),
            line(
                new Choice.Disagreement(
                    Conflict.SAME_VERSION_TWICE,
                    List.of(sensor(8750), sensor(8760)),
                    List.of(sensor(8760).update())))),
        List.of("Some update"),
        List.of("a row has no id"),
        List.of(PROBLEM),
        List.of(
            new NeighbourStanding(
                "4052623", "platform", Optional.of(sensor(1).update()), List.of("Pilot")),
            new NeighbourStanding("2267602", "intelligence", Optional.empty(), List.of())));
  }

  private static PointStanding point() {
    SiteRelease release =
        new SiteRelease(
            1,
            "Update for the sensor",
            Optional.of(NOW),
            LINE,
            new SensorVersion(List.of(10, 8760, 27617, 1006)),
            false,
            false,
            true,
            UpdateCounts.NONE);
    return new PointStanding.Reached(
        "PS1",
        new SiteUpdates(
            SiteUpdates.Product.SUBSCRIBED,
            List.of(release),
            List.of("Some update"),
            List.of(),
            Map.of(),
            List.of(),
            Map.of(),
            List.of(
                new PointState("cm01", 6702, 0, Optional.of(NOW)),
                new PointState("cm02", 6703, 0x80131500L, Optional.empty()))),
        List.of(LINE),
        List.of(
            ring(
                "pilot",
                Optional.of(
                    new DeploymentRule(7, "MDE pilot", "PS100001", true, Optional.of(NOW), 1)),
                List.of(new RingCoverage.Deployed(release, deployment(true)))),
            ring(
                "broad",
                Optional.empty(),
                List.of(new RingCoverage.Deployed(release, deployment(false)))),
            ring("last", Optional.empty(), List.of())),
        Map.of(
            "pilot", new RingCompliance(10, Map.of(1L, new UpdateCounts(1, 2, 3, 4)), List.of())),
        List.of(PROBLEM));
  }

  private static RingCoverage ring(
      String name, Optional<DeploymentRule> rule, List<RingCoverage.Deployed> deployed) {
    return new RingCoverage(
        new ServedRing(name, "MDE " + name, "rule", 7, new TreeSet<>(Set.of(LINE)), Set.of()),
        List.of(),
        rule,
        rule.isPresent(),
        List.of(),
        deployed);
  }

  private static SiteDeployment deployment(boolean local) {
    return new SiteDeployment(
        1,
        NOW,
        "deployment",
        "PS100001",
        Optional.of(3L),
        Set.of(1L),
        true,
        Optional.of(NOW),
        local);
  }

  private static WsusStanding known() {
    return new WsusStanding(
        List.of(
            reached(),
            new ServerStanding.Unreachable(
                server("wsus02.contoso.example", Owner.MECM), List.of(PROBLEM))),
        Optional.of(point()));
  }

  private static final WsusStanding SILENT =
      new WsusStanding(
          List.of(), Optional.of(new PointStanding.Unreachable("PS1", List.of(PROBLEM))));

  @Test
  void whereServersStandIsAsItWasPrintedBefore() {
    Printed.asBefore(WsusAnswersTest.class, "wsus-status.json", status(known()));
  }

  @Test
  void aSiteThatDoesNotTellIsAsItWasPrintedBefore() {
    Printed.asBefore(WsusAnswersTest.class, "wsus-status-point-silent.json", status(SILENT));
  }

  @Test
  void theColumnsAreAsTheyWerePrintedBefore() {
    StringWriter text = new StringWriter();
    PrintWriter out = new PrintWriter(text);
    WsusRow.COLUMNS.print(out, WsusRow.of(known())::forEach);
    WsusRow.COLUMNS.print(out, WsusRow.of(SILENT)::forEach);
    Printed.asBefore(WsusAnswersTest.class, "wsus-status.csv", text.toString());
  }

  @Test
  void withoutAPointItsPartIsLeftOut() {
    Printed.asBefore(
        WsusAnswersTest.class,
        "wsus-status-without-point.json",
        status(new WsusStanding(List.of(), Optional.empty())));
  }

  private static PlannedSync sync(SyncDecision decision) {
    return new PlannedSync(
        server("wsus01.contoso.example", Owner.WSUS),
        Optional.of(server("wsus00.contoso.example", Owner.UNSTATED)),
        Optional.of(NOW),
        decision);
  }

  private static final List<PlannedSync> PLAN =
      List.of(
          new PlannedSync(
              server("wsus00.contoso.example", Owner.WSUS),
              Optional.empty(),
              Optional.empty(),
              new SyncDecision.Start()),
          sync(new SyncDecision.Join()),
          sync(new SyncDecision.Fresh(NOW)),
          sync(new SyncDecision.LeftToOwner()),
          sync(new SyncDecision.Refused(List.of(PROBLEM))),
          sync(new SyncDecision.Start()),
          sync(new SyncDecision.Start()),
          sync(new SyncDecision.Start()),
          sync(new SyncDecision.Start()),
          sync(new SyncDecision.Start()));

  @Test
  void aPlanOfSynchronisationsIsAsItWasPrintedBefore() {
    Printed.asBefore(WsusAnswersTest.class, "wsus-sync-plan.json", planned(PLAN));
  }

  @Test
  void whatCameOfSynchronisationsIsAsItWasPrintedBefore() {
    List<SyncOutcome> outcomes =
        List.of(
            new SyncOutcome.Succeeded(NOW),
            new SyncOutcome.Running(Optional.of("3 of 4 updates")),
            new SyncOutcome.NotNeeded(new SyncDecision.Fresh(NOW)),
            new SyncOutcome.NotNeeded(new SyncDecision.LeftToOwner()),
            new SyncOutcome.Refused(List.of(PROBLEM)),
            new SyncOutcome.Failed(Optional.empty()),
            new SyncOutcome.Cancelled(),
            new SyncOutcome.Unknown(Text.of("sync.no-event")),
            new SyncOutcome.Waits("another runs"),
            new SyncOutcome.HeldBack(server("wsus00.contoso.example", Owner.WSUS)));
    Printed.asBefore(WsusAnswersTest.class, "wsus-sync.json", ended(PLAN, outcomes));
  }
}
