package dev.garrison.server.api;

import dev.garrison.digest.Sha256;
import dev.garrison.fleet.ServerState;
import dev.garrison.history.AntivirusHistory.Look;
import dev.garrison.history.History;
import dev.garrison.history.ProtectedServers;
import dev.garrison.history.StandingHistory.Seen;
import dev.garrison.job.JobMode;
import dev.garrison.job.JobOutcome;
import dev.garrison.job.JobReport;
import dev.garrison.job.JobReport.Finding;
import dev.garrison.job.JobReport.JournalRun;
import dev.garrison.job.JobReport.Sighting;
import dev.garrison.job.JobRun;
import dev.garrison.job.RingSeen;
import dev.garrison.job.UpdatesSeen;
import dev.garrison.manifest.job.JobKind;
import dev.garrison.manifest.notification.NoticeKind;
import dev.garrison.manifest.value.RingGate;
import dev.garrison.ring.RingHealth;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/** The history that the routes of {@link ReadingsAsBeforeTest} read. */
final class PrintedHistory {
  private static final Instant NOW = Instant.parse("2026-11-24T21:00:00Z");
  private static final Finding FINDING =
      new Finding("GAR-0301", "error", "FS07 cannot be written.", "Ask for the right.");

  private PrintedHistory() {}

  static void fill(History history) {
    history.modes().set(JobKind.ROLLOUT, JobMode.ENABLED, NOW, "anna");
    status(history, NOW.minus(Duration.ofHours(30)), ServerState.REBOOT_PENDING);
    status(history, NOW.minus(Duration.ofHours(2)), ServerState.ONBOARDED);
    Instant began = NOW.minus(Duration.ofHours(1));
    long run =
        history
            .runs()
            .begin(JobKind.ROLLOUT, JobRun.Reason.COMMAND, "anna", JobMode.ENABLED, began);
    history
        .runs()
        .end(
            run,
            JobKind.ROLLOUT,
            new JobReport(
                JobOutcome.FAILED,
                "nothing was made",
                List.of(FINDING),
                Optional.of(PrintedPlans.dated()),
                List.of(new JournalRun("20261124-200000-abcd", Sha256.of("a line").hex())),
                false),
            began.plusSeconds(90));
    history
        .facts()
        .takeIn(history.runs().get(run), EnumSet.allOf(NoticeKind.class), _ -> List.of(), NOW);
  }

  private static void status(History history, Instant at, ServerState state) {
    long run =
        history
            .runs()
            .begin(JobKind.STATUS, JobRun.Reason.SCHEDULE, "svc on adm01", JobMode.PLAN_ONLY, at);
    history
        .standings()
        .keep(
            run,
            at.plusSeconds(7),
            servers -> {
              servers.accept(new Seen("all", 101, "SRV01", "2019", state));
              servers.accept(new Seen("all", 102, "SRV02", "2022", ServerState.FAILED));
              servers.accept(new Seen("all", 103, "SRV03", "2022", ServerState.FAILED));
            });
    history
        .antivirus()
        .keep(
            run,
            new Look(at.plusSeconds(7), false, List.of("A class is missing.")),
            servers -> {
              servers.accept(ProtectedServers.server("all", 101, "SRV01"), ProtectedServers.WELL);
              servers.accept(ProtectedServers.server("all", 102, "SRV02"), ProtectedServers.DIM);
              servers.accept(ProtectedServers.server("all", 103, "SRV03"), ProtectedServers.BARE);
            });
    history.updates().keep(run, Optional.of(updates(at)));
    history
        .runs()
        .end(
            run,
            JobKind.STATUS,
            new JobReport(
                    JobOutcome.FINDINGS, "3 servers", List.of(), Optional.empty(), List.of(), false)
                .seeing(List.of(ring(at))),
            at.plusSeconds(60));
    history
        .facts()
        .takeIn(history.runs().get(run), EnumSet.allOf(NoticeKind.class), _ -> List.of(), NOW);
  }

  private static Sighting ring(Instant at) {
    return new Sighting(
        Sighting.RING,
        "all",
        "soaking",
        "its gate is met",
        Optional.of(
            new RingSeen(
                at,
                Optional.of(at.minusSeconds(86_400)),
                9,
                25,
                new RingHealth(1, 2, 3, 4, 5),
                new RingGate(95, 10, 90, Duration.ofHours(78), Duration.ofHours(30)),
                Optional.empty())));
  }

  private static UpdatesSeen updates(Instant at) {
    return new UpdatesSeen(
        at,
        List.of(
            new UpdatesSeen.OnServer(
                "wsus01.contoso.example",
                "garrison",
                Optional.of("10.0.17763.1"),
                Optional.empty(),
                false,
                Optional.of(at),
                Optional.of(at.minusSeconds(3600)),
                List.of(
                    new UpdatesSeen.Line(
                        "unified agent",
                        "preview",
                        Optional.of("10.8760.1"),
                        Optional.of(at.minusSeconds(7200)),
                        Optional.of("two updates have this version"),
                        List.of(
                            new UpdatesSeen.Group(
                                "All Computers",
                                true,
                                false,
                                true,
                                Optional.of("10.8750.2"),
                                Optional.of("CONTOSO\\wsus"),
                                Optional.of(at.minusSeconds(1800)),
                                1,
                                2,
                                3,
                                4,
                                5)))),
                List.of("Something new"),
                List.of(
                    new UpdatesSeen.Beside(
                        "4052623",
                        "the antivirus platform",
                        Optional.of("Update for Microsoft Defender Antivirus"),
                        List.of("Canary"))),
                List.of(FINDING))));
  }
}
