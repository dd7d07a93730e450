package dev.garrison.cli.view;

import static dev.garrison.engine.ThingPlans.intent;
import static dev.garrison.engine.ThingPlans.plan;
import static dev.garrison.engine.ThingServer.address;
import static dev.garrison.engine.ThingServer.ours;
import static dev.garrison.engine.ThingServer.wanted;
import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.digest.Sha256;
import dev.garrison.engine.ThingServer;
import dev.garrison.engine.change.Action;
import dev.garrison.engine.change.Blockage;
import dev.garrison.engine.change.Difference;
import dev.garrison.engine.plan.Allowances;
import dev.garrison.engine.plan.OffboardDecision;
import dev.garrison.engine.plan.Plan;
import dev.garrison.engine.plan.PlannedChange;
import dev.garrison.engine.plan.Remark;
import dev.garrison.engine.plan.RingDecision;
import dev.garrison.engine.resource.Address;
import dev.garrison.manifest.Ring;
import dev.garrison.recipe.ring.RingObjects;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class PlanViewTest {
  private static final List<RingObjects> RINGS =
      List.of(ring("pilot", Ring.Antivirus.ACTIVE), ring("broad", Ring.Antivirus.PASSIVE));

  private final ThingServer server = new ThingServer();
  private final List<RingDecision> rings = new ArrayList<>();
  private final List<OffboardDecision> offboarding = new ArrayList<>();
  private final List<String> remarks = new ArrayList<>();
  private final List<String> orphans = new ArrayList<>();
  private Map<String, String> survey = Map.of();

  private static RingObjects ring(String name, Ring.Antivirus mode) {
    return new RingObjects(
        name,
        mode,
        new Address("collection", "MDE " + name + " - all"),
        List.of(new Address("collection", "MDE " + name + " - 2019")),
        List.of(
            new Address("deployment", "MDE " + name + " - 2012 R2"),
            new Address("deployment", "MDE " + name + " - 2019"),
            new Address("deployment", "MDE " + name + " - 2022")),
        List.of(
            new Address("deployment", "MDE " + name + " - 2019 settings"),
            new Address("deployment", "MDE " + name + " - 2022 settings")),
        List.of());
  }

  private static PlannedChange change(
      Action action, String address, String summary, String... after) {
    return new PlannedChange(
        Address.parse(address),
        action,
        summary,
        List.of(),
        List.of(),
        Optional.empty(),
        "",
        Arrays.stream(after).map(Address::parse).toList());
  }

  private Plan planOf(PlannedChange... changes) {
    return new Plan(
        "contoso-prod",
        Sha256.of("manifest"),
        "site PS1",
        survey,
        Map.of(),
        rings,
        offboarding,
        remarks,
        Instant.parse("2026-11-24T21:00:00Z"),
        Optional.empty(),
        Allowances.NONE,
        List.of(changes),
        orphans);
  }

  private String screen(PlannedChange... changes) {
    return screen(PlanDetail.USUAL, changes);
  }

  private String screen(PlanDetail detail, PlannedChange... changes) {
    return PlanView.render(planOf(changes), RINGS, detail);
  }

  @Test
  void theScreenBeginsWithTheVerdictAndShowsWhatChanges() {
    server.things.put("b", ours("1"));
    server.things.put("c", ours("1"));
    server.things.put("old", ours("1"));
    assertThat(
            PlanView.render(
                plan(
                        server,
                        intent(
                            wanted("a", ours("1")), wanted("b", ours("2")), wanted("c", ours("1"))))
                    .plan(),
                List.of()))
        .isEqualTo(
            """
            Plan: 1 to create, 1 to change, 0 to delete. 0 waiting, 0 manual.
            contoso-prod \u00b7 site PS1

            Packages
                onboarding     sha256 abc

            Shared by all rings: 1 to create, 1 to change
              + create    thing a  a thing
              ~ change    thing b  a thing
                                value: "1" -> "2"

            Ring pilot: no changes
                not started: opens with the next "garrison apply" \u00b7 12 of at most 25 servers

            No longer in the manifest, and kept (1). To delete, run "garrison plan --prune".
                thing/old\
            """);
  }

  @Test
  void changesAreGroupedByRingWithItsStateServersAndAntivirusMode() {
    rings.add(new RingDecision("pilot", "open", "it is the first ring", 4, 25));
    rings.add(
        new RingDecision("broad", "waiting", "waits for ring pilot to meet its gate", 80, 100));
    assertThat(
            screen(
                change(Action.CREATE, "collection/MDE pilot - all", "limited to All Servers"),
                change(Action.WAIT, "collection/MDE broad - all", "the server is at work"),
                change(Action.CREATE, "application/Sensor 2019", "11 files"),
                change(Action.CREATE, "deployment/MDE pilot - 2019", "required")))
        .isEqualTo(
            """
            Plan: 3 to create, 0 to change, 0 to delete. 1 waiting, 0 manual.
            contoso-prod \u00b7 site PS1

            Shared by all rings: 1 to create
              + create    application Sensor 2019       11 files

            Ring pilot: 2 to create
                opens now \u00b7 4 of at most 25 servers \u00b7 Microsoft Defender Antivirus active
              + create    collection  MDE pilot - all   limited to All Servers
              + create    deployment  MDE pilot - 2019  required

            Ring broad: 1 waiting
                not started: waits for ring pilot to meet its gate \u00b7 80 of at most 100 servers \u00b7 Microsoft Defender Antivirus
                passive
              . waiting   collection  MDE broad - all   the server is at work\
            """);
  }

  @Test
  void similarObjectsAreOneLineUntilEachIsAskedFor() {
    rings.add(new RingDecision("pilot", "open", "it is the first ring", 4, 25));
    PlannedChange[] changes = {
      change(Action.CREATE, "deployment/MDE pilot - 2012 R2", "required"),
      change(Action.CREATE, "deployment/MDE pilot - 2019", "required"),
      change(Action.CREATE, "deployment/MDE pilot - 2022", "available"),
      change(Action.CREATE, "deployment/MDE pilot - 2019 settings", "required"),
      change(Action.CREATE, "deployment/MDE pilot - 2022 settings", "required"),
      change(Action.NO_OP, "collection/MDE pilot - all", "as wanted")
    };
    assertThat(screen(changes).lines().skip(5))
        .containsExactly(
            "  + create    deployment MDE pilot - 2012 R2, 2019          required  (2 objects)",
            "  + create    deployment MDE pilot - 2022                   available",
            "  + create    deployment MDE pilot - (2019, 2022) settings  required  (2 objects)");
    assertThat(screen(new PlanDetail(false, true), changes).lines().skip(5))
        .containsExactly(
            "  + create    deployment MDE pilot - 2012 R2        required",
            "  + create    deployment MDE pilot - 2019           required",
            "  + create    deployment MDE pilot - 2022           available",
            "  + create    deployment MDE pilot - 2019 settings  required",
            "  + create    deployment MDE pilot - 2022 settings  required",
            "  = unchanged collection MDE pilot - all            as wanted");
  }

  @Test
  void eachDeletionAndOffboardingHasALineOfItsOwn() {
    rings.add(new RingDecision("pilot", "open", "it is the first ring", 4, 25));
    offboarding.add(
        new OffboardDecision(
            "retired",
            "Retired servers",
            List.of("OLD01", "OLD02"),
            5,
            List.of(
                Address.parse("deployment/MDE leave - 2019"),
                Address.parse("deployment/MDE leave - 2022"))));
    assertThat(
            screen(
                    change(Action.DELETE, "deployment/MDE pilot - 2019", "not wanted"),
                    change(Action.DELETE, "deployment/MDE pilot - 2022", "not wanted"),
                    change(Action.DELETE, "application/Sensor 2016", "not wanted"),
                    change(Action.CREATE, "deployment/MDE leave - 2019", "required"))
                .lines()
                .skip(3))
        .containsExactly(
            "Ring pilot: 2 to delete",
            "    not started: opens with the next \"garrison apply\" \u00b7 4 of at most 25 servers \u00b7 Microsoft Defender Antivirus active",
            "  - delete    deployment  MDE pilot - 2019  not wanted",
            "  - delete    deployment  MDE pilot - 2022  not wanted",
            "",
            "Offboarding retired: 1 to create",
            "    2 servers of \"Retired servers\", at most 5: OLD01, OLD02",
            "  + create    deployment  MDE leave - 2019  required",
            "",
            "Unwanted objects: 1 to delete",
            "  - delete    application Sensor 2016       not wanted");
  }

  @Test
  void aRingWaitsForTheGateBeforeItAndAnObjectForTheOneThatHoldsItUp() {
    rings.add(new RingDecision("pilot", "soaking", "soaking until Friday", 4, 25));
    rings.add(new RingDecision("broad", "waiting", "pilot is soaking", 80, 100));
    assertThat(
            screen(
                    change(Action.WAIT, "distribution/Sensor 2019", "the site is sending"),
                    change(
                        Action.WAIT,
                        "deployment/MDE pilot - 2019",
                        "waits for distribution/Sensor 2019",
                        "distribution/Sensor 2019"),
                    change(
                        Action.WAIT,
                        "deployment/MDE pilot - 2022",
                        "waits for deployment/MDE pilot - 2019",
                        "deployment/MDE pilot - 2019"),
                    change(
                        Action.WAIT,
                        "deployment/MDE broad - 2019",
                        "ring broad: waits for ring pilot to meet its gate"),
                    change(
                        Action.WAIT,
                        "deployment/MDE broad - 2022",
                        "waits for deployment/MDE pilot - 2022",
                        "deployment/MDE pilot - 2022"))
                .lines()
                .filter(line -> line.startsWith("  .")))
        .containsExactly(
            "  . waiting   distribution Sensor 2019       the site is sending",
            "  . waiting   deployment   MDE pilot - 2019  waits for distribution \"Sensor 2019\"",
            "  . waiting   deployment   MDE pilot - 2022  waits for earlier deployments of ring pilot",
            "  . waiting   deployment   MDE broad - 2019  waits for ring pilot to meet its gate",
            "  . waiting   deployment   MDE broad - 2022  waits for distribution \"Sensor 2019\"");
  }

  @Test
  void changesOfABlockedRingAreBlockedWithTheFixAndThoseOfTheNextWait() {
    rings.add(new RingDecision("pilot", "blocked", "no window", 4, 25));
    rings.add(new RingDecision("broad", "waiting", "pilot is blocked: no window", 80, 100));
    Blockage cause = new Blockage("ring pilot: no window: FS01", "Assign one.");
    assertThat(
            screen(
                blocked("deployment/MDE pilot - 2019", "ring pilot: no window", cause),
                blocked("deployment/MDE pilot - 2022", "ring pilot: no window", cause),
                change(
                    Action.WAIT,
                    "deployment/MDE broad - 2019",
                    "ring broad: pilot is blocked: no window")))
        .isEqualTo(
            """
            Plan: 0 to create, 0 to change, 0 to delete. 1 waiting, 2 blocked, 0 manual.
            contoso-prod \u00b7 site PS1

            Action needed (1)
              x Blocked: ring pilot: no window: FS01
                Fix: Assign one.

            Ring pilot: 2 blocked
                blocked: no window \u00b7 4 of at most 25 servers \u00b7 Microsoft Defender Antivirus active
              x blocked   deployment MDE pilot - 2019, 2022  ring pilot is blocked  (2 objects)

            Ring broad: 1 waiting
                not started: pilot is blocked: no window \u00b7 80 of at most 100 servers \u00b7 Microsoft Defender Antivirus passive
              . waiting   deployment MDE broad - 2019        waits for ring pilot to meet its gate\
            """);
  }

  private static PlannedChange blocked(String address, String summary, Blockage cause) {
    return new PlannedChange(
        Address.parse(address),
        Action.WAIT,
        summary,
        List.of(),
        List.of(),
        Optional.empty(),
        "",
        List.of(),
        Optional.of(cause));
  }

  @Test
  void whatAPersonHasToDoIsApartFromNotesAndSaidOnce() {
    remarks.addAll(List.of("a note", Remark.action("sign the scripts"), "a note", "another note"));
    PlannedChange blocked =
        new PlannedChange(
            Address.parse("distribution/Sensor 2019"),
            Action.WAIT,
            "failed",
            List.of(),
            List.of(),
            Optional.empty(),
            "",
            List.of(),
            Optional.of(new Blockage("DP01 is full", "Free space on DP01.")));
    assertThat(screen(blocked))
        .isEqualTo(
            """
            Plan: 0 to create, 0 to change, 0 to delete. 0 waiting, 1 blocked, 0 manual.
            contoso-prod \u00b7 site PS1

            Action needed (2)
              x Blocked: DP01 is full
                Fix: Free space on DP01.
              ! sign the scripts

            Objects: 1 blocked
              x blocked   distribution Sensor 2019  failed

            2 notes: garrison plan --notes      Every object: garrison plan --details\
            """);
    assertThat(screen(new PlanDetail(true, false), blocked).lines())
        .endsWith("", "Notes (2)", "    - a note", "    - another note");
  }

  @Test
  void aRingOfSensorUpdatesThatWaitsIsNamedThoughNothingIsToDo() {
    survey = Map.of("sensor update, unified agent, ring broad", Plan.DEFERRED);
    assertThat(screen(change(Action.NO_OP, "approval/WSUS01/agent/Pilot", "install")))
        .isEqualTo(
            """
            No changes until the waiting rings can start. 1 object matches the manifest.
            contoso-prod \u00b7 site PS1

            Sensor updates: no changes
                unified agent, ring broad waits for its turn\
            """);
  }

  @Test
  void aLongScreenEndsWithItsVerdictToo() {
    PlannedChange[] changes = new PlannedChange[25];
    for (int number = 0; number < changes.length; number++) {
      changes[number] =
          new PlannedChange(
              new Address("application", "Sensor " + number),
              Action.UPDATE,
              "11 files",
              List.of(new Difference("version", Optional.of("1"), Optional.of("2"))),
              List.of(),
              Optional.empty(),
              "",
              List.of());
    }
    String verdict = "Plan: 0 to create, 25 to change, 0 to delete. 0 waiting, 0 manual.";
    assertThat(screen(changes).lines()).first().isEqualTo(verdict);
    assertThat(screen(changes).lines()).last().isEqualTo(verdict);
    assertThat(screen(changes[0]).lines()).last().asString().endsWith("version: \"1\" -> \"2\"");
  }

  @Test
  void nothingToDoIsSaidInOneSentence() {
    server.things.put("a", ours("1"));
    assertThat(
            PlanView.render(plan(server, intent(wanted("a", ours("1")))).plan(), List.of()).lines())
        .first()
        .isEqualTo("No changes. 1 object matches the manifest.");
  }

  @Test
  void whatNeedsNothingButAttentionIsShownWithItsNote() {
    PlannedChange noted =
        new PlannedChange(
            address("a"),
            Action.NO_OP,
            "stays in folder \"Security\"",
            List.of(),
            List.of("somebody put it there"),
            Optional.empty(),
            "missing",
            List.of());
    assertThat(screen(noted).lines())
        .containsSequence(
            "Objects: no changes",
            "  = unchanged thing a  stays in folder \"Security\"",
            "                    somebody put it there");
  }
}
