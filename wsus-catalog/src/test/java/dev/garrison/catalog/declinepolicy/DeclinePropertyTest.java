package dev.garrison.catalog.declinepolicy;

import static dev.garrison.catalog.sample.Draft.SENSOR;
import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.catalog.ContentState;
import dev.garrison.catalog.Update;
import dev.garrison.catalog.declinepolicy.DeclineVerdict.MayDecline;
import dev.garrison.catalog.group.Approval;
import dev.garrison.catalog.group.ApprovalAction;
import dev.garrison.catalog.group.TargetGroup;
import dev.garrison.catalog.sample.Draft;
import dev.garrison.catalog.sensor.ReleaseLine;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What holds for every server, found out again in a simpler way than the policy does. */
final class DeclinePropertyTest {
  private static final int SERVERS = 1_000;
  private static final long SEED = 20261125L;
  private static final Duration GRACE = Duration.ofDays(40);
  private static final Instant NOW = Draft.ARRIVED.plus(Duration.ofDays(60));
  private static final DeclinePolicy POLICY =
      new DeclinePolicy(SENSOR, new TreeSet<>(Set.of(ReleaseLine.UNIFIED_AGENT)), GRACE);

  @FunctionalInterface
  private interface Property {
    void holds(RandomServer server, Update update, MayDecline proof);
  }

  /** Every proof that the policy gives on random servers. */
  private static void forEachProof(Property property) {
    int proofs = 0;
    for (long seed = SEED; seed < SEED + SERVERS; seed++) {
      RandomServer server = new RandomServer(new Random(seed));
      Situation situation = server.situation();
      for (Update update : server.catalog().updates()) {
        if (POLICY.judge(update, situation, NOW) instanceof MayDecline proof) {
          proofs++;
          try {
            property.holds(server, update, proof);
          } catch (AssertionError | RuntimeException e) {
            throw new AssertionError("seed " + seed + ": " + proof, e);
          }
        }
      }
    }
    assertThat(proofs).isGreaterThan(SERVERS / 20);
  }

  @Test
  void noComputerIsLeftWithNeither() {
    Set<InstallationState> has =
        EnumSet.complementOf(
            EnumSet.of(InstallationState.UNKNOWN, InstallationState.NOT_APPLICABLE));
    forEachProof((server, update, proof) -> {
      for (ComputerReport computer : server.computers()) {
        boolean olderOnly =
            has.contains(computer.states().get(update.identity().updateId()))
                && computer.states().get(proof.superseder().id())
                    == InstallationState.NOT_APPLICABLE;
        assertThat(olderOnly).as(computer.computer()).isFalse();
      }
    });
  }

  @Test
  void everyComputerThatCouldInstallTheOlderGetsTheNewer() {
    Set<InstallationState> could =
        EnumSet.of(
            InstallationState.NOT_INSTALLED,
            InstallationState.DOWNLOADED,
            InstallationState.FAILED);
    forEachProof((server, update, proof) -> {
      for (ComputerReport computer : server.computers()) {
        if (could.contains(computer.states().get(update.identity().updateId()))) {
          assertThat(server.groups())
              .as(computer.computer())
              .filteredOn(group -> computer.groups().contains(group.id()))
              .anyMatch(group -> installs(server, proof.superseder().id(), group));
        }
      }
    });
  }

  @Test
  void everyGroupThatInstallsTheOlderInstallsTheNewer() {
    forEachProof((server, update, proof) -> {
      for (TargetGroup group : server.groups()) {
        if (installs(server, update.identity().updateId(), group)) {
          assertThat(installs(server, proof.superseder().id(), group)).as(group.name()).isTrue();
        }
      }
    });
  }

  /** By the nearest group with an approval that an administrator made. */
  private static boolean installs(RandomServer server, UUID update, TargetGroup group) {
    List<ApprovalAction> own =
        server.approvals().getOrDefault(update, List.of()).stream()
            .filter(approval -> approval.group().equals(group.id()))
            .map(Approval::action)
            .filter(action -> action != ApprovalAction.DETECT)
            .toList();
    if (!own.isEmpty()) {
      return own.contains(ApprovalAction.INSTALL);
    }
    return group
        .parent()
        .flatMap(parent ->
            server.groups().stream().filter(other -> other.id().equals(parent)).findFirst())
        .filter(parent -> installs(server, update, parent))
        .isPresent();
  }

  @Test
  void theSupersederIsOfTheLineNewerReadyAndInForce() {
    forEachProof((_, update, proof) -> {
      assertThat(proof.sensor().update()).isEqualTo(update);
      assertThat(update.standing().superseded()).isTrue();
      assertThat(proof.superseder().line()).isEqualTo(ReleaseLine.UNIFIED_AGENT);
      assertThat(proof.superseder().version()).isGreaterThan(proof.sensor().version());
      assertThat(proof.superseder().update().standing().isInForce()).isTrue();
      assertThat(proof.superseder().update().installation().content())
          .isEqualTo(ContentState.READY);
      assertThat(proof.since()).isBeforeOrEqualTo(NOW.minus(GRACE));
      assertThat(proof.chain()).startsWith(proof.superseder().id()).endsWith(proof.sensor().id());
    });
  }

  @Test
  void theOrderOfWhatIsKnownDoesNotMatter() {
    for (long seed = SEED; seed < SEED + SERVERS / 10; seed++) {
      Random random = new Random(seed);
      RandomServer server = new RandomServer(random);
      Situation situation = server.situation();
      Situation shuffled = server.shuffled(random);
      for (Update update : server.catalog().updates()) {
        assertThat(POLICY.judge(update, shuffled, NOW))
            .as("seed %d", seed)
            .isEqualTo(POLICY.judge(update, situation, NOW));
      }
    }
  }

  @Test
  void aComputerThatNeedsItAlwaysTurnsAYesIntoANo() {
    forEachProof((server, update, proof) -> {
      List<ComputerReport> more = new ArrayList<>(server.computers());
      more.add(
          new ComputerReport(
              "needing",
              Set.of(server.groups().getFirst().id()),
              Map.of(
                  update.identity().updateId(),
                  InstallationState.NOT_INSTALLED,
                  proof.superseder().id(),
                  InstallationState.NOT_APPLICABLE)));
      DeclineVerdict verdict = POLICY.judge(update, server.situation(more), NOW);
      assertThat(
              verdict instanceof MayDecline other
                  && other.superseder().id().equals(proof.superseder().id()))
          .isFalse();
    });
  }

  @Test
  void earlierThanTheGraceNothingIsDeclined() {
    forEachProof((server, update, _) ->
        assertThat(
                POLICY.judge(update, server.situation(), Draft.ARRIVED.plus(GRACE).minusSeconds(1)))
            .isInstanceOf(DeclineVerdict.Keep.class));
  }
}
