package dev.garrison.recipe.clientsetting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.ring.DeploymentProgress;
import dev.garrison.ring.RingState;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * No server is in the policy's collection before its mode was read as set, whatever happens when.
 */
final class NeverBeforeTheModeTest {
  private static final int SEEDS = 300;
  private static final int EVENTS = 200;
  private static final int SERVERS = 12;
  private static final List<RingState> STATES = List.of(RingState.values());
  private static final List<DeploymentProgress> STANDINGS = List.of(DeploymentProgress.values());

  @Test
  void noServerIsLetInBeforeItsModeWasReadAsSetAndWhoIsInStaysIn() {
    int entered = 0;
    for (int seed = 0; seed < SEEDS; seed++) {
      Random random = new Random(seed);
      PassiveSite site = new PassiveSite("passive").ring(RingState.WAITING, false);
      Set<Long> everTold = new HashSet<>();
      RingState state = RingState.WAITING;
      boolean blackout = false;
      for (int event = 0; event < EVENTS; event++) {
        switch (random.nextInt(4)) {
          case 0 -> {
            state = STATES.get(random.nextInt(STATES.size()));
            blackout = random.nextInt(4) == 0;
            site.ring(state, blackout);
          }
          case 1, 2 -> {
            long server = 1L + random.nextInt(SERVERS);
            DeploymentProgress standing = STANDINGS.get(random.nextInt(STANDINGS.size()));
            boolean told = standing == DeploymentProgress.ONBOARDED && random.nextBoolean();
            if (told) {
              everTold.add(server);
            }
            site.says(server, standing, told);
          }
          default -> {
            Set<Long> before = site.members();
            site.apply();
            Set<Long> now = site.members();
            assertThat(now).as("seed %d, event %d", seed, event).containsAll(before);
            assertThat(everTold).as("seed %d, event %d", seed, event).containsAll(now);
            boolean opens = state != RingState.WAITING && state != RingState.HALTED && !blackout;
            if (!opens) {
              assertThat(now).as("seed %d, event %d", seed, event).isEqualTo(before);
            }
            entered += now.size() - before.size();
          }
        }
      }
    }
    assertThat(entered).as("servers do enter").isGreaterThan(SEEDS);
  }
}
