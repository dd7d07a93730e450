package dev.garrison.play;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.lab.LabServers;
import dev.garrison.lab.device.DefenderMode;
import dev.garrison.manifest.OffboardSection.AfterOffboarding;
import dev.garrison.payload.sample.Blobs;
import dev.garrison.payload.sample.Blobs.Signing;
import dev.garrison.payload.sample.Scripts;
import dev.garrison.payload.sample.SigningAuthority;
import dev.garrison.play.PassiveFleet.Part;
import dev.garrison.play.PassiveFleet.Passive;
import dev.garrison.ring.RingReport;
import dev.garrison.ring.RingState;
import dev.garrison.session.RingOrder;
import dev.garrison.session.RingOrder.Kind;
import dev.garrison.session.Sessions.OpenSession;
import dev.garrison.trial.TrialSite;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * A rollout of two passive rings, turn by turn. A job applies each day. A person starts a product
 * again that stopped, offboards old servers in the middle, and skips a gate that stays closed for
 * long, unless a server of the ring is without protection.
 *
 * <p>At every turn, no server is without protection unless its own product stopped, and no ring
 * opens while a server of a ring before it is, or while fewer of its servers are passive than its
 * gate demands, unless a person skipped that gate.
 */
final class PassivePlay implements AutoCloseable {
  private static final int MOST_TURNS = 90;
  private static final int STOPPED_TURNS = 4;
  private static final int PATIENCE = 15;
  private static final int GATE = 60;
  private static final String DEFENDER = "Microsoft Defender Antivirus";
  private static final byte[] OFFBOARDING =
      Scripts.OFFBOARDING.bytes(
          Blobs.signed(
              SigningAuthority.named("Garrison Sample"),
              Blobs.offboarding(Blobs.TENANT, TrialSite.START.plus(Duration.ofDays(300))),
              Signing.WITH_PSS));

  private final PassiveFleet fleet;
  private final TrialSite site;
  private final List<String> story = new ArrayList<>();
  private final Map<String, RingState> states = new HashMap<>();
  private final Map<String, Integer> since = new HashMap<>();
  private final Set<String> skipped = new HashSet<>();
  private final Set<String> stopped = new HashSet<>();
  private final Set<String> left = new HashSet<>();
  private int stoppedAt = -1;
  private boolean leaving;
  private int turn;

  PassivePlay(PassiveFleet fleet, Path folder) {
    this.fleet = fleet;
    try {
      Files.createDirectories(folder);
      this.site = TrialSite.of(fleet.write(folder.resolve("site.yaml")), folder);
      Files.write(folder.resolve("packages/offboarding.cmd"), OFFBOARDING);
      try (InputStream platform =
          Objects.requireNonNull(
              PassivePlay.class.getResourceAsStream("/dev/garrison/trial/UpdatePlatform.exe"))) {
        Files.copy(platform, folder.resolve("packages/UpdatePlatform.exe"));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String gate = "gate: {onboarded: %d, failed: 40, reporting: 60, soak: 1d}".formatted(GATE);
    site.manifest().replace("operatingSystems: [2012R2, ", "operatingSystems: [2012R2, 2016, ");
    site.manifest()
        .replace(
            "  onboarding: packages",
            "  platformUpdate: packages/UpdatePlatform.exe\n  onboarding: packages");
    site.manifest()
        .replace(
            "    maxDevices: 25\n    deadline: \"+3d 22:00\"\n    antivirus: active\n",
            """
                maxDevices: 400
                deadline: "+2d 22:00"
                antivirus: passive
                requireMaintenanceWindow: false
                %1$s
              - name: main
                collections: [Main servers]
                maxDevices: 400
                deadline: "+2d 22:00"
                antivirus: passive
                requireMaintenanceWindow: false
                %1$s
            """
                .formatted(gate));
  }

  private LabServers servers() {
    return site.lab().servers();
  }

  /** Changes of rings' states, in order. */
  List<String> story() {
    return story;
  }

  /** Plays until both rings have passed, old servers have left, and nothing is left to do. */
  void run() {
    for (turn = 1; turn <= MOST_TURNS; turn++) {
      Set<String> before = unprotected();
      List<RingReport> rings = applied(before);
      act(rings);
      if (rings.stream().allMatch(ring -> ring.state() == RingState.PASSED)
          && leaving
          && stopped.isEmpty()
          && fleet.of(Part.LEAVES).stream()
              .allMatch(server -> servers().onboardedTo(server.name()).isEmpty())
          && site.plan().converged()) {
        assertEnd();
        return;
      }
    }
    throw new AssertionError(
        "seed %d: not over after %d turns: %s\n%s"
            .formatted(fleet.seed(), MOST_TURNS, story, site.plan()));
  }

  private List<RingReport> applied(Set<String> unprotected) {
    site.apply();
    List<RingReport> rings = rings();
    for (int index = 0; index < rings.size(); index++) {
      RingReport ring = rings.get(index);
      boolean opens =
          ring.opened().isPresent()
              && states.getOrDefault(ring.ring(), RingState.WAITING) == RingState.WAITING;
      if (opens) {
        for (RingReport earlier : rings.subList(0, index)) {
          assertThat(unprotected)
              .as("seed %d, turn %d: %s opens", fleet.seed(), turn, ring.ring())
              .doesNotContainAnyElementsOf(names(earlier.ring()));
          assertGateIsMet(earlier.ring());
        }
      }
      if (states.put(ring.ring(), ring.state()) != ring.state()) {
        story.add(ring.ring() + " " + ring.state().word());
        since.put(ring.ring(), turn);
      }
    }
    for (int hour = 0; hour < 4; hour++) {
      site.pass(Duration.ofHours(6));
      assertNobodyIsStripped();
    }
    return rings;
  }

  private void assertGateIsMet(String ring) {
    List<String> onboarded =
        names(ring).stream().filter(name -> servers().onboardedTo(name).isPresent()).toList();
    long passive =
        onboarded.stream().filter(name -> servers().defender(name) == DefenderMode.PASSIVE).count();
    assertThat(skipped.contains(ring) || passive * 100 >= (long) GATE * onboarded.size())
        .as(
            "seed %d, turn %d: gate of %s, %d of %d servers passive",
            fleet.seed(), turn, ring, passive, onboarded.size())
        .isTrue();
  }

  private List<RingReport> rings() {
    try (OpenSession open = site.open()) {
      return open.session().rings();
    }
  }

  private List<String> names(String ring) {
    return fleet.servers().stream()
        .filter(server -> server.pilot() == ring.equals("pilot"))
        .map(Passive::name)
        .toList();
  }

  private Set<String> unprotected() {
    Set<String> names = new HashSet<>();
    fleet.servers().stream()
        .map(Passive::name)
        .filter(name -> servers().protectedBy(name).isEmpty())
        .forEach(names::add);
    return names;
  }

  private void assertNobodyIsStripped() {
    fleet.of(Part.LEAVES).stream()
        .map(Passive::name)
        .filter(name -> servers().onboardedTo(name).isPresent())
        .forEach(left::add);
    Set<String> unprotected = unprotected();
    unprotected.removeAll(stopped);
    assertThat(unprotected)
        .as("seed %d, turn %d: servers that nothing protects", fleet.seed(), turn)
        .isEmpty();
  }

  private void act(List<RingReport> rings) {
    if (stoppedAt < 0 && isPassive(fleet.of(Part.STOPS).getFirst())) {
      stop(fleet.of(Part.STOPS).getFirst());
    } else if (turn == stoppedAt + STOPPED_TURNS) {
      stopped.forEach(name -> servers().runOthers(name, true));
      stopped.clear();
    }
    if (!leaving && rings.getFirst().state() == RingState.PASSED) {
      offboard();
    }
    if (stopped.isEmpty()) {
      rings.stream()
          .filter(ring -> ring.state() == RingState.OPEN || ring.state() == RingState.STALLED)
          .filter(ring -> turn - since.getOrDefault(ring.ring(), turn) >= PATIENCE)
          .findFirst()
          .ifPresent(ring -> {
            story.add(ring.ring() + " skipped");
            skipped.add(ring.ring());
            since.put(ring.ring(), turn);
            site.order(new RingOrder(Kind.SKIP, ring.ring(), "a person looked at its servers"));
          });
    }
  }

  private boolean isPassive(Passive server) {
    return servers().defender(server.name()) == DefenderMode.PASSIVE;
  }

  private void stop(Passive server) {
    stopped.add(server.name());
    servers().runOthers(server.name(), false);
    stoppedAt = turn;
  }

  private void offboard() {
    site.manifest()
        .replace(
            "sampleSharing",
            """
            offboard:
              - name: leavers
                collection: Old servers
                package: packages/offboarding.cmd
                afterOffboarding: %s
                reason: CHG0042
            sampleSharing\
            """
                .formatted(fleet.answer().word()));
    leaving = true;
  }

  private void assertEnd() {
    site.pass(Duration.ofDays(3));
    assertThat(unprotected()).as("seed %d: servers that nothing protects", fleet.seed()).isEmpty();
    for (Passive server : fleet.of(Part.BARE)) {
      assertThat(servers().defender(server.name()))
          .as("seed %d: %s", fleet.seed(), server.name())
          .isEqualTo(DefenderMode.ACTIVE);
    }
    assertThat(left).as("seed %d: servers that were onboarded and left", fleet.seed()).isNotEmpty();
    for (String server : left) {
      assertThat(servers().protectedBy(server).contains(DEFENDER))
          .as("seed %d: Defender protects %s", fleet.seed(), server)
          .isEqualTo(fleet.answer() == AfterOffboarding.KEEP_OTHER);
      assertThat(servers().defender(server) == DefenderMode.ABSENT)
          .as("seed %d: Defender is gone from %s", fleet.seed(), server)
          .isEqualTo(fleet.answer() != AfterOffboarding.KEEP_OTHER);
    }
    for (Passive server : fleet.of(Part.PROTECTED)) {
      assertThat(servers().defender(server.name()))
          .as("seed %d: %s", fleet.seed(), server.name())
          .isEqualTo(DefenderMode.PASSIVE);
    }
    assertThat(servers().meetings()).isEmpty();
  }

  @Override
  public void close() {
    site.close();
  }
}
