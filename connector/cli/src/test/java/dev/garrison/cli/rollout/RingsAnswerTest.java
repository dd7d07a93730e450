package dev.garrison.cli.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.cli.Printed;
import dev.garrison.cli.Rows;
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

  private static final List<RingReport> RINGS =
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

  private static String text(List<RingReport> rings, List<HaltedServers> running) {
    return new Json().pretty(RingsAnswer.of(rings, running));
  }

  @Test
  void theAnswerIsAsItWasPrintedBefore() {
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
    Printed.asBefore(RingsAnswerTest.class, "rings.json", text(RINGS, List.of(running)));
  }

  @Test
  void eachRingIsARow() {
    assertThat(Rows.of(RingColumns.ALL, RINGS))
        .containsExactly(
            "ring,state,reason,opened,servers,max devices,targeted,onboarded,in"
                + " progress,failed,requirements not met,no status reported",
            "pilot,halted,too many failed,2026-11-24T21:04:00Z,12,25,15,5,3,4,2,1",
            "broad,waiting,pilot is halted,,287,350,0,0,0,0,0,0");
  }
}
