package dev.garrison.rings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.ring.RingHealth;
import dev.garrison.ring.RingReport;
import dev.garrison.ring.RingState;
import dev.garrison.rings.FailingRing.Typed;
import dev.garrison.session.RingOrder;
import dev.garrison.session.RingOrder.Kind;
import dev.garrison.trial.TrialSite;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("first")
final class HaltedRingIT {
  private static final Duration A_MINUTE = Duration.ofMinutes(1);

  @TempDir Path folder;

  @Test
  void aRingIsResumedHoweverLongThePersonReadsThePlan() throws IOException {
    try (FailingRing ring = new FailingRing(folder)) {
      ring.letFail();
      ring.applied();
      ring.repair();
      Typed resumed = ring.type(A_MINUTE, "rollout", "resume", "pilot");
      assertThat(resumed.exit()).as(resumed.err()).isZero();
      assertThat(ring.report().state()).isEqualTo(RingState.OPEN);
      ring.applied();
      ring.site().pass(Duration.ofDays(8));
      assertThat(ring.report().health()).isEqualTo(new RingHealth(4, 0, 0, 0, 0));
    }
  }

  @Test
  void aRingThatIsHaltedByTheNextApplyCanBeResumedBeforeIt() throws IOException {
    try (FailingRing ring = new FailingRing(folder)) {
      ring.letFail();
      RingReport decided = ring.report();
      assertThat(decided.state()).isEqualTo(RingState.HALTED);
      assertThat(decided.reason())
          .isEqualTo(
              "2 of 4 servers (50%) failed, 10% allowed; the next \"garrison apply\" disables its deployments");
      Typed skipped = ring.type(A_MINUTE, "rollout", "skip", "pilot", "--reason", "CHG9");
      assertThat(skipped.err())
          .contains("Ring \"pilot\" is halted: 2 of 4 servers (50%) failed, 10% allowed")
          .contains("Resume the ring first: \"garrison rollout resume pilot\".");

      Typed resumed = ring.type(A_MINUTE, "rollout", "resume", "pilot");
      assertThat(resumed.exit()).as(resumed.err()).isZero();
      assertThat(ring.report().state()).isEqualTo(RingState.OPEN);
      ring.applied();
      assertThat(ring.report().reason())
          .startsWith("2 of 4 servers (50%) failed before it was resumed, and are tried again");
    }
  }

  @Test
  void beforeTheFirstApplyTheFirstRingWaitsForIt() throws IOException {
    try (FailingRing ring = new FailingRing(folder)) {
      assertThat(ring.report().state()).isEqualTo(RingState.WAITING);
      assertThat(ring.report().reason()).isEqualTo("opens with the next \"garrison apply\"");
    }
  }

  @Test
  void aRingThatWasHaltedBeforeAnythingWasDeployedGoesOnByTheRouteThatWasMeant() {
    try (TrialSite site = new TrialSite("2107-rollup", folder)) {
      assertThat(site.apply()).isEmpty();
      assertThat(site.lab().dump()).doesNotContain("deployments:\n-");
      site.order(new RingOrder(Kind.HALT, "pilot", "CHG9"));
      assertThat(site.lab().dump())
          .containsPattern("\\{halted: CHG9} \\{by \\S+ at \\S+Z} \\{route: application}");
      assertThat(site.converge()).isEmpty();

      site.order(new RingOrder(Kind.RESUME, "pilot", ""));
      assertThat(site.converge()).isEmpty();
      assertThat(site.lab().dump()).contains("MDE pilot - all", "deployments:\n-");
    }
  }
}
