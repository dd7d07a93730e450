package dev.garrison.play;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.engine.apply.ApplyListener;
import dev.garrison.engine.plan.Planned;
import dev.garrison.fleet.Server;
import dev.garrison.fleet.standing.FleetStanding;
import dev.garrison.recipe.ring.RingReport;
import dev.garrison.rollout.RingState;
import dev.garrison.session.RingOrder;
import dev.garrison.session.RingOrder.Kind;
import dev.garrison.session.Sessions.OpenSession;
import dev.garrison.session.Writing;
import dev.garrison.trial.TrialSite;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One rollout from the first plan to the last ring: a job that applies three times a day, and a
 * person who repairs a ring that halts, resumes it, and upgrades the site meanwhile.
 */
final class Play implements AutoCloseable {
  private static final String TENANT = "5d1f2c7e-3f0b-4c55-9d0e-8f6f3a1b70c2";
  private static final Duration TURN = Duration.ofHours(8);
  private static final int MOST_TURNS = 120;

  private final MixedFleet fleet;
  private final TrialSite site;
  private final List<String> story = new ArrayList<>();
  private final List<String> refusals = new ArrayList<>();

  Play(MixedFleet fleet, Path folder) {
    this.fleet = fleet;
    this.site = TrialSite.of(fleet.write(made(folder).resolve("site.yaml")), folder);
    site.manifest()
        .replace(
            "    antivirus: active\nsampleSharing",
            """
                antivirus: active
                gate: {onboarded: 85, failed: 10, reporting: 80, soak: 1d}
              - name: main
                collections: [Main servers]
                maxDevices: 400
                deadline: "+2d 22:00"
                antivirus: active
                gate: {onboarded: 85, failed: 10, reporting: 80, soak: 1d}
              - name: passive
                collections: [Servers with another antivirus]
                maxDevices: 400
                deadline: "+2d 22:00"
                antivirus: passive
                gate: {onboarded: 85, failed: 10, reporting: 80, soak: 1d}
            sampleSharing\
            """);
    site.manifest().replace("    maxDevices: 25\n", "    maxDevices: 400\n");
  }

  private static Path made(Path folder) {
    try {
      return Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  TrialSite site() {
    return site;
  }

  /** What happened, in order: each change of a ring's state. */
  List<String> story() {
    return story;
  }

  /** What was refused or failed. */
  List<String> refusals() {
    return refusals;
  }

  /** Plays to the end. */
  void run() {
    for (int turn = 0; turn < MOST_TURNS; turn++) {
      List<Diagnostic> failed = site.apply();
      failed.forEach(diagnostic -> refusals.add(diagnostic.toString()));
      site.pass(TURN);
      Optional<List<RingReport>> rings = rings();
      boolean known = story.contains("main halted");
      rings.ifPresent(this::tell);
      if (rings.filter(Play::isOver).isPresent()) {
        return;
      }
      if (known) { // The run after the one that saw it has halted the ring.
        rings.ifPresent(this::intervene);
      }
    }
    throw new AssertionError("not over after " + MOST_TURNS + " turns: " + story + rings());
  }

  private static boolean isOver(List<RingReport> rings) {
    return rings.stream().allMatch(ring -> ring.state() == RingState.PASSED);
  }

  private Optional<List<RingReport>> rings() {
    try (OpenSession open = site.open()) {
      return Optional.of(open.session().rings());
    } catch (RuntimeException failure) {
      refusals.add(failure.toString());
      return Optional.empty();
    }
  }

  private void tell(List<RingReport> rings) {
    for (RingReport ring : rings) {
      String line = ring.ring() + " " + ring.state().word();
      String last =
          story.stream()
              .filter(told -> told.startsWith(ring.ring() + " "))
              .reduce((_, later) -> later)
              .orElse("");
      if (!line.equals(last)) {
        story.add(line);
      }
    }
  }

  private void intervene(List<RingReport> rings) {
    rings.stream()
        .filter(ring -> ring.state() == RingState.HALTED)
        .findFirst()
        .ifPresent(ring -> {
          fleet.all().stream()
              .filter(MixedFleet.Server::fails)
              .forEach(server -> site.lab().servers().repair(server.name()));
          site.lab().upgradeTo("2207");
          order(new RingOrder(Kind.RESUME, ring.ring(), ""));
        });
  }

  private void order(RingOrder order) {
    try (OpenSession open = site.open()) {
      Planned shown = open.session().order(order);
      try (Writing writing = open.session().write()) {
        writing.carryOutAsShown(shown, open.session().order(order), ApplyListener.silent());
      }
    } catch (RuntimeException failure) {
      refusals.add(failure.toString());
    }
  }

  /** That every server is as its kind promises, whatever the site was told. */
  void assertServersAreAsTheyShould() {
    for (MixedFleet.Server server : fleet.all()) {
      Optional<String> tenant = site.lab().servers().onboardedTo(server.name());
      if (!server.managed()) {
        assertThat(tenant).as(server.name()).isNotEqualTo(Optional.of(TENANT));
      } else if (!server.foreign()) {
        assertThat(tenant).as(server.name()).contains(TENANT);
      }
    }
    for (MixedFleet.Server server : fleet.passive()) {
      if (server.managed() && !server.foreign()) {
        assertThat(site.lab().servers().runningMode(server.name()))
            .as(server.name())
            .contains("Passive Mode");
      }
    }
    assertThat(site.lab().servers().meetings()).isEmpty();
  }

  /** That 'status' says of every server what is true of it, once inventory has been sent. */
  void assertStatusTellsTheTruth() {
    site.pass(Duration.ofDays(2));
    Map<String, String> told = new TreeMap<>();
    try (OpenSession open = site.open()) {
      FleetStanding standing = open.session().fleet();
      for (int row : standing.fleet().servers()) {
        Server server = standing.fleet().server(row);
        told.put(server.name(), standing.judge().of(server).state().word());
      }
    }
    Map<String, String> truth = new TreeMap<>();
    fleet.all().forEach(server -> truth.put(server.name(), truth(server)));
    assertThat(told).isEqualTo(truth);
  }

  private String truth(MixedFleet.Server server) {
    if (!server.managed()) {
      return "no-client";
    }
    return site.lab().servers().onboardedTo(server.name()).equals(Optional.of(TENANT))
        ? "onboarded"
        : "other-tenant";
  }

  @Override
  public void close() {
    site.close();
  }
}
