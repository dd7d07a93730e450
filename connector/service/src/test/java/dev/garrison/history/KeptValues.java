package dev.garrison.history;

import dev.garrison.digest.Sha256;
import dev.garrison.engine.change.Action;
import dev.garrison.engine.change.Difference;
import dev.garrison.engine.change.ManualStep;
import dev.garrison.engine.plan.Allowances;
import dev.garrison.engine.plan.OffboardDecision;
import dev.garrison.engine.plan.Plan;
import dev.garrison.engine.plan.PlannedChange;
import dev.garrison.engine.plan.RingDecision;
import dev.garrison.engine.resource.Address;
import dev.garrison.job.JobReport.Finding;
import dev.garrison.job.JobReport.JournalRun;
import dev.garrison.job.JobReport.Sighting;
import dev.garrison.job.RingSeen;
import dev.garrison.job.UpdatesSeen;
import dev.garrison.manifest.notification.NoticeKind;
import dev.garrison.manifest.value.RingGate;
import dev.garrison.notice.FoundProblem;
import dev.garrison.ring.AntivirusCounts;
import dev.garrison.ring.AntivirusCounts.CountedServers;
import dev.garrison.ring.RingHealth;
import dev.garrison.state.StoredPlan;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What recorded lines hold: every part that may be absent is there once, and absent once. */
public final class KeptValues {
  static final Instant NOW = Instant.parse("2026-11-24T21:00:00Z");

  static final List<Finding> FINDINGS =
      List.of(
          new Finding("GAR-0301", "error", "FS07 cannot be written (line 3)", "Ask for the right."),
          new Finding("GAR-0905", "warning", "The \"canary\" is gone.", ""));

  static final List<JournalRun> JOURNALS =
      List.of(new JournalRun("20261124-210000-abcd", Sha256.of("a line").hex()));

  static final List<Sighting> SIGHTINGS =
      List.of(
          new Sighting(
              Sighting.RING,
              "pilot",
              "halted",
              "3 of 15 servers (20 %) failed",
              Optional.of(
                  new RingSeen(
                      NOW,
                      Optional.of(NOW.minusSeconds(86_400)),
                      9,
                      25,
                      new RingHealth(1, 2, 3, 4, 5),
                      new RingGate(95, 10, 90, Duration.ofHours(78), Duration.ofMinutes(90)),
                      Optional.empty()))),
          new Sighting(
              Sighting.RING,
              "broad",
              "waiting",
              "ring 'pilot' is halted",
              Optional.of(
                  new RingSeen(
                      NOW,
                      Optional.empty(),
                      0,
                      500,
                      RingHealth.NONE,
                      RingGate.DEFAULT,
                      Optional.empty()))),
          new Sighting("collection", "Pilot servers", "update", ""));

  /** Sightings that tell the antivirus of a ring, which rows have only had for a while. */
  static final List<Sighting> WITH_ANTIVIRUS =
      List.of(
          ring(
              "pilot",
              Optional.of(
                  new AntivirusCounts(
                      new CountedServers(7, List.of("FS07", "FS08")),
                      5,
                      new CountedServers(2, List.of("SQL01", "SQL02")),
                      new CountedServers(1, List.of("SQL01")),
                      new CountedServers(0, List.of()),
                      3))),
          ring("broad", Optional.empty()));

  private static Sighting ring(String name, Optional<AntivirusCounts> antivirus) {
    return new Sighting(
        Sighting.RING,
        name,
        "open",
        "",
        Optional.of(
            new RingSeen(
                NOW, Optional.empty(), 9, 25, RingHealth.NONE, RingGate.DEFAULT, antivirus)));
  }

  static final FoundProblem FACT =
      new FoundProblem(
          "busy/rollout/GAR-1103/" + Sha256.of("busy").hex(),
          "busy/rollout",
          NoticeKind.STALL,
          Duration.ofHours(6),
          FINDINGS.getFirst());

  /** A look at two update servers. */
  public static final UpdatesSeen UPDATES =
      new UpdatesSeen(
          NOW,
          List.of(
              new UpdatesSeen.OnServer(
                  "wsus01.contoso.example",
                  "garrison",
                  Optional.of("10.0.17763.1"),
                  Optional.empty(),
                  false,
                  Optional.empty(),
                  Optional.of(NOW.minusSeconds(3600)),
                  List.of(
                      new UpdatesSeen.Line(
                          "unified agent",
                          "",
                          Optional.of("10.8760.1"),
                          Optional.of(NOW.minusSeconds(7200)),
                          Optional.of("two updates have this version"),
                          List.of(
                              new UpdatesSeen.Group(
                                  "All Computers",
                                  true,
                                  true,
                                  false,
                                  Optional.of("10.8750.2"),
                                  Optional.of("CONTOSO\\wsus"),
                                  Optional.empty(),
                                  1,
                                  2,
                                  3,
                                  4,
                                  5),
                              new UpdatesSeen.Group(
                                  "Canary",
                                  false,
                                  false,
                                  true,
                                  Optional.empty(),
                                  Optional.empty(),
                                  Optional.empty(),
                                  0,
                                  0,
                                  0,
                                  0,
                                  0))),
                      new UpdatesSeen.Line(
                          "unified agent",
                          "preview",
                          Optional.empty(),
                          Optional.empty(),
                          Optional.empty(),
                          List.of())),
                  List.of("Something new"),
                  List.of(
                      new UpdatesSeen.Beside(
                          "4052623",
                          "the antivirus platform",
                          Optional.of("Update for Microsoft Defender Antivirus"),
                          List.of("All Computers")),
                      new UpdatesSeen.Beside(
                          "2267602", "definitions", Optional.empty(), List.of())),
                  List.of(FINDINGS.getLast())),
              new UpdatesSeen.OnServer(
                  "wsus02.contoso.example",
                  "site",
                  Optional.empty(),
                  Optional.empty(),
                  false,
                  Optional.empty(),
                  Optional.empty(),
                  List.of(),
                  List.of(),
                  List.of(),
                  FINDINGS)));

  /** The same with what earlier versions did not store. */
  static final UpdatesSeen ANSWERED_UPDATES =
      new UpdatesSeen(
          NOW,
          List.of(
              new UpdatesSeen.OnServer(
                  "wsus01.contoso.example",
                  "wsus",
                  Optional.of("10.0.17763.1"),
                  Optional.of("wsus00.contoso.example"),
                  true,
                  Optional.of(NOW),
                  Optional.of(NOW.minusSeconds(3600)),
                  List.of(
                      new UpdatesSeen.Line(
                          "unified agent",
                          "",
                          Optional.of("10.8760.1"),
                          Optional.of(NOW.minusSeconds(7200)),
                          Optional.empty(),
                          List.of(
                              new UpdatesSeen.Group(
                                  "Canary",
                                  false,
                                  true,
                                  false,
                                  Optional.empty(),
                                  Optional.of("CONTOSO\\wsus"),
                                  Optional.of(NOW.minusSeconds(1800)),
                                  1,
                                  2,
                                  3,
                                  4,
                                  5)))),
                  List.of(),
                  List.of(),
                  List.of())));

  static final StoredPlan PLAN =
      new StoredPlan(
          "0.1.0",
          Optional.of("CHG0042"),
          NOW.plusSeconds(86_400),
          new Plan(
              "Servers",
              Sha256.of("manifest"),
              "PS1",
              Map.of("version", "2107"),
              Map.of("sensor", Sha256.of("sensor").hex()),
              List.of(new RingDecision("pilot", "open", "it is the first ring", 9, 25)),
              List.of(
                  new OffboardDecision(
                      "leaving", "Leaving", List.of("SRV09"), 5, List.of(address("leaving")))),
              List.of("2 servers wait."),
              NOW,
              Optional.of(NOW.plusSeconds(3600)),
              new Allowances(true, false),
              List.of(
                  new PlannedChange(
                      address("pilot"),
                      Action.CREATE,
                      "make it",
                      List.of(
                          new Difference("comment", Optional.empty(), Optional.of("new")),
                          new Difference("folder", Optional.of("old"), Optional.empty())),
                      List.of("by hand"),
                      Optional.of(new ManualStep("Assets > Devices", "New-CMCollection")),
                      Sha256.of("state").hex(),
                      List.of(address("broad")))),
              List.of("collection/forgotten")));

  private KeptValues() {}

  private static Address address(String name) {
    return new Address("collection", name);
  }
}
