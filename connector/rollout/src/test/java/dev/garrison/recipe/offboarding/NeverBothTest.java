package dev.garrison.recipe.offboarding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.manifest.Manifest;
import dev.garrison.manifest.reading.SmallManifest;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Onboarding and offboarding never meet on a server, whatever happens when. */
final class NeverBothTest {
  private static final int SEEDS = 400;
  private static final int EVENTS = 400;
  private static final Set<Long> SERVERS = Set.of(1L, 2L, 3L, 4L);

  private static Manifest manifest(String offboard) {
    return SmallManifest.ofRings(
        """
          - {name: all, collections: [Servers], maxDevices: 50, deadline: "+3d 22:00", antivirus: active}
        """
            + offboard);
  }

  private static ModelSite site() {
    return new ModelSite(
        manifest(
            "offboard: [{name: leavers, collection: Old servers, package: o.cmd, reason: x}]\n"),
        manifest(""),
        SERVERS);
  }

  private static void event(ModelSite site, Random random) {
    site.pass(random.nextInt(8));
    long server = 1L + random.nextInt(SERVERS.size());
    switch (random.nextInt(12)) {
      case 0 -> site.flip(server);
      case 1 -> {
        if (random.nextInt(4) == 0) {
          site.flipEntry();
        }
      }
      case 2, 3, 4 -> site.ask(server);
      case 5, 6, 7, 8 -> {
        List<String> collections = site.collections();
        site.evaluate(collections.get(random.nextInt(collections.size())));
      }
      default -> site.run();
    }
  }

  @Test
  void onboardingAndOffboardingNeverMeetOnAServer() {
    int offboarded = 0;
    for (int seed = 0; seed < SEEDS; seed++) {
      ModelSite site = site();
      Random random = new Random(seed);
      for (int event = 0; event < EVENTS; event++) {
        event(site, random);
        assertThat(site.meetings()).as("seed %d, event %d", seed, event).isEmpty();
      }
      offboarded += site.offboarded();
    }
    assertThat(offboarded).as("servers do leave").isGreaterThan(SEEDS);
  }

  /** What waits for servers and for the site ends when these do their part. */
  @Test
  void whenTheEntryIsGoneEveryServerIsBackInTheEnd() {
    for (int seed = 0; seed < SEEDS; seed++) {
      ModelSite site = site();
      Random random = new Random(seed);
      for (int event = 0; event < EVENTS; event++) {
        event(site, random);
      }
      site.endWithoutEntry();
      for (int round = 0; round < 20; round++) {
        site.run();
        site.pass(10);
        site.collections().reversed().forEach(site::evaluate);
        site.collections().forEach(site::evaluate);
        site.pass(10);
        SERVERS.forEach(site::ask);
      }
      assertThat(site.allBack()).as("seed %d", seed).isTrue();
    }
  }
}
