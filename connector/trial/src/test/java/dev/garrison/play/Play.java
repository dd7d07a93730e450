package dev.garrison.play;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.diagnostic.RefusalException;
import dev.garrison.engine.apply.ApplyListener;
import dev.garrison.engine.plan.Planned;
import dev.garrison.lab.adminservice.endpointprotection.AgentSetting;
import dev.garrison.payload.sample.Blobs;
import dev.garrison.payload.sample.Blobs.Signing;
import dev.garrison.payload.sample.Scripts;
import dev.garrison.payload.sample.SigningAuthority;
import dev.garrison.ring.RingReport;
import dev.garrison.ring.RingState;
import dev.garrison.session.RingOrder;
import dev.garrison.session.RingOrder.Kind;
import dev.garrison.session.Sessions.OpenSession;
import dev.garrison.session.WriteSession;
import dev.garrison.trial.SiteVariant;
import dev.garrison.trial.TrialSite;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One rollout from the first plan to the last ring: a job that applies at every turn, and a person
 * who repairs a ring that halts, resumes it, upgrades the site meanwhile, and at the end lets old
 * servers leave. What fails is tried again at the next turn, as a job and a person do. While it is
 * looked at, nothing fails.
 */
final class Play implements AutoCloseable {
  private static final int SEEDS_OF_ONE = 1000;

  /** The same bytes in every play, so that all come to the same objects. */
  private static final byte[] OFFBOARDING =
      Scripts.OFFBOARDING.bytes(
          Blobs.signed(
              SigningAuthority.named("Garrison Sample"),
              Blobs.offboarding(Blobs.TENANT, TrialSite.START.plus(Duration.ofDays(300))),
              Signing.WITH_PSS));

  private final MixedFleet fleet;
  private final Pace pace;
  private final TrialSite site;
  private final Watch watch;
  private final List<String> story = new ArrayList<>();
  private final List<String> refusals = new ArrayList<>();
  private int turns;
  private boolean upgraded;
  private boolean moved;
  private boolean leaving;

  Play(MixedFleet fleet, Path folder, Pace pace) {
    this(fleet, folder, pace, Set.of());
  }

  /**
   * @param variants in what the site differs from the usual
   */
  Play(MixedFleet fleet, Path folder, Pace pace, Set<SiteVariant> variants) {
    this.fleet = fleet;
    this.pace = pace;
    Path file = fleet.write(made(folder).resolve("site.yaml"), pace.pausable());
    variants.forEach(variant -> variant.addTo(file));
    this.site = TrialSite.of(file, folder);
    variants.forEach(variant -> variant.applyTo(site.lab()));
    new PlayedManifest(site.manifest()).write(fleet.moves());
    this.watch = new Watch(site, fleet);
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

  /** How many turns it took. */
  int turns() {
    return turns;
  }

  /** Plays until all rings have passed, old servers have left, and nothing is left to do. */
  void run() {
    for (turns = 1; turns <= pace.mostTurns(); turns++) {
      disturb();
      site.apply().forEach(diagnostic -> refusals.add(diagnostic.toString()));
      site.pass(pace.turn());
      // The run after the one that saw it has halted the ring, if it could.
      if (story.contains("main halted")) {
        intervene();
      }
      if (upgraded && fleet.moves() && !moved && story.getLast().equals("main open")) {
        move();
      }
      site.lab().faults().clear();
      List<RingReport> rings = watch.look();
      rings.forEach(this::tell);
      if (rings.stream().allMatch(ring -> ring.state() == RingState.PASSED)
          && site.plan().converged()) {
        assertThat(moved).as("moved to the other route").isEqualTo(fleet.moves());
        if (!leaving) {
          leave();
        } else if (fleet.leaving().stream().noneMatch(server -> watch.isOurs(server.name()))) {
          return;
        }
      }
    }
    throw new AssertionError(
        "not over after %d turns: %s %s\n%s"
            .formatted(turns - 1, story, watch.look(), site.plan()));
  }

  /** A person puts old servers on the list of those that leave. */
  private void leave() {
    try {
      Files.write(site.folder().resolve("packages/offboarding.cmd"), OFFBOARDING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    new PlayedManifest(site.manifest())
        .offboard(
            fleet.leaving().stream()
                .filter(server -> !fleet.passive().contains(server))
                .filter(server -> server.system().equals("2012R2"))
                .map(CastServer::name)
                .toList());
    leaving = true;
  }

  /** A person makes setting and policy, and says in the manifest that the servers move. */
  private void move() {
    site.lab().inConsole(console -> console.make(AgentSetting.mdeClient("MDE client", 1)));
    site.lab().inConsole(console -> console.makePolicy("MDE onboarding", CastServer.TENANT));
    new PlayedManifest(site.manifest()).move();
    moved = true;
  }

  private void disturb() {
    if (pace.percent() > 0) {
      site.lab().faults().randomly(pace.seed() * SEEDS_OF_ONE + turns, pace.percent());
    }
  }

  private void tell(RingReport ring) {
    String line = ring.ring() + " " + ring.state().word();
    Optional<String> last =
        story.stream()
            .filter(told -> told.startsWith(ring.ring() + " "))
            .reduce((_, later) -> later);
    if (!last.equals(Optional.of(line))) {
      story.add(line);
    }
  }

  /** A person looks, and does something about a ring that is halted. */
  private void intervene() {
    try (OpenSession open = site.open()) {
      Optional<RingReport> halted =
          open.session().rings().stream()
              .filter(ring -> ring.state() == RingState.HALTED)
              .findFirst();
      if (halted.isPresent()) {
        repair();
        resume(open, halted.get().ring());
      }
    } catch (RefusalException failure) {
      refusals.add(String.valueOf(failure.getMessage()));
    }
  }

  private void repair() {
    fleet.all().stream()
        .filter(server -> server.role() == Role.FAILS)
        .forEach(server -> site.lab().servers().repair(server.name()));
    if (!upgraded) {
      site.lab().upgradeTo("2207");
      site.lab().servers().upgradeClients("5.00.9088.1007");
      upgraded = true;
    }
  }

  private void resume(OpenSession open, String ring) {
    RingOrder order = new RingOrder(Kind.RESUME, ring, "");
    Planned shown = open.session().order(order);
    try (WriteSession writing = open.session().write()) {
      writing
          .carryOutAsShown(
              shown, open.session().order(order, shown.plan().asOf()), ApplyListener.silent())
          .report()
          .results()
          .forEach((address, result) -> {
            if (result.failed()) {
              refusals.add("resume: " + address);
            }
          });
    }
  }

  @Override
  public void close() {
    watch.close();
    site.close();
  }
}
