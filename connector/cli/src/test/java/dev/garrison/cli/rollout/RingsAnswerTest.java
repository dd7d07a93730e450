package dev.garrison.cli.rollout;

import dev.garrison.cli.Printed;
import dev.garrison.fleet.standing.HaltedServers;
import dev.garrison.json.Json;
import dev.garrison.manifest.value.RingGate;
import dev.garrison.ring.RingHealth;
import dev.garrison.ring.RingReport;
import dev.garrison.ring.RingState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class RingsAnswerTest {
  private static final Instant OPENED = Instant.parse("2026-11-24T21:04:00Z");

  private static String text(List<RingReport> rings, List<HaltedServers> running) {
    return new Json().pretty(RingsAnswer.of(rings, running));
  }

  @Test
  void theAnswerIsAsItWasPrintedBefore() {
    List<RingReport> rings =
        List.of(
            new RingReport(
                "pilot",
                RingState.HALTED,
                "too many failed",
                Optional.of(OPENED),
                12,
                25,
                new RingHealth(5, 4, 3, 2, 1),
                RingGate.DEFAULT,
                Optional.empty()),
            new RingReport(
                "broad",
                RingState.WAITING,
                "pilot is halted",
                Optional.empty(),
                287,
                350,
                RingHealth.NONE,
                RingGate.DEFAULT,
                Optional.empty()));
    HaltedServers running =
        new HaltedServers(
            "pilot",
            12,
            1,
            2,
            3,
            List.of(
                new HaltedServers.Named(
                    16777220, "SRV01", "onboarding", "installing", Optional.of(OPENED)),
                new HaltedServers.Named(
                    16777221, "SRV02", "settings", "no status reported", Optional.empty())));
    Printed.asBefore(RingsAnswerTest.class, "rings.json", text(rings, List.of(running)));
  }
}
