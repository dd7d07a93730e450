package dev.garrison.cli.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.manifest.value.RingGate;
import dev.garrison.ring.RingAntivirus;
import dev.garrison.ring.RingHealth;
import dev.garrison.ring.RingReport;
import dev.garrison.ring.RingState;
import dev.garrison.ring.RingWindows.Lack;
import dev.garrison.ring.UnknownAntivirus;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class RingsViewTest {
  private static final List<RingReport> RINGS =
      List.of(
          new RingReport(
              "pilot",
              RingState.OPEN,
              "9 of 12 servers (75%) onboarded, 95% required",
              Optional.of(Instant.parse("2026-11-24T21:04:00Z")),
              12,
              25,
              new RingHealth(9, 1, 2, 0, 0),
              RingGate.DEFAULT,
              Optional.empty()),
          new RingReport(
              "broad",
              RingState.WAITING,
              "waits for ring pilot to meet its gate",
              Optional.empty(),
              287,
              350,
              RingHealth.NONE,
              RingGate.DEFAULT,
              Optional.empty()),
          new RingReport(
              "plant",
              RingState.WAITING,
              "broad is waiting",
              Optional.empty(),
              0,
              350,
              RingHealth.NONE,
              RingGate.DEFAULT,
              Optional.empty()));

  @Test
  void eachRingHasARowOfCountsAndItsReasonBelow() {
    assertThat(RingsView.render(RINGS).lines())
        .containsExactly(
            "  ring   servers  targeted  onboarded  in progress  failed  not ready  no status",
            "  pilot       12        12          9            2       1          0          0",
            "         in progress: 9 of 12 servers (75%) onboarded, 95% required",
            "  broad      287         0          0            0       0          0          0",
            "         not started: waits for ring pilot to meet its gate",
            "  plant        0         0          0            0       0          0          0",
            "         not started: broad is waiting. Its collections have no servers for this ring.");
  }

  @Test
  void serversThatAreKeptOutAreNamed() {
    SortedMap<Long, String> keptOut = new TreeMap<>();
    for (long server = 1; server <= 8; server++) {
      keptOut.put(server, "SQL0" + server);
    }
    RingReport ring =
        new RingReport(
            "guarded",
            RingState.OPEN,
            "because",
            Optional.empty(),
            12,
            25,
            RingHealth.NONE,
            RingGate.DEFAULT,
            Optional.of(
                new RingAntivirus(
                    keptOut,
                    8,
                    0,
                    Lack.NONE,
                    Lack.NONE,
                    UnknownAntivirus.NONE,
                    0,
                    0,
                    Lack.NONE,
                    0)));

    assertThat(RingsView.render(List.of(ring)).lines().skip(2))
        .containsExactly(
            "           in progress: because",
            "           8 kept out, not ready: SQL01, SQL02, SQL03, SQL04, SQL05, SQL06 and 2 more");
  }
}
