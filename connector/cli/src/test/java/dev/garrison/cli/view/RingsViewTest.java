package dev.garrison.cli.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.manifest.value.RingGate;
import dev.garrison.ring.RingHealth;
import dev.garrison.ring.RingReport;
import dev.garrison.ring.RingState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class RingsViewTest {
  private static final List<RingReport> RINGS =
      List.of(
          new RingReport(
              "pilot",
              RingState.OPEN,
              "9 of 12 servers (75 %) onboarded, 95 % needed",
              Optional.of(Instant.parse("2026-11-24T21:04:00Z")),
              12,
              25,
              new RingHealth(9, 1, 2, 0, 0),
              RingGate.DEFAULT),
          new RingReport(
              "broad",
              RingState.WAITING,
              "pilot is open: 9 of 12 servers (75 %) onboarded, 95 % needed",
              Optional.empty(),
              287,
              350,
              RingHealth.NONE,
              RingGate.DEFAULT));

  @Test
  void eachRingHasARowOfCountsAndItsReasonBelow() {
    assertThat(RingsView.render(RINGS).lines())
        .containsExactly(
            "  ring   servers  targeted  onboarded  under way  failed  not ready  silent",
            "  pilot       12        12          9          2       1          0       0",
            "         open: 9 of 12 servers (75 %) onboarded, 95 % needed",
            "  broad      287         0          0          0       0          0       0",
            "         waiting: pilot is open: 9 of 12 servers (75 %) onboarded, 95 % needed");
  }
}
