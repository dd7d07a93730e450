package dev.garrison.server.reading;

import dev.garrison.digest.Sha256;
import dev.garrison.engine.change.Action;
import dev.garrison.engine.plan.Allowances;
import dev.garrison.engine.plan.Plan;
import dev.garrison.engine.plan.PlannedChange;
import dev.garrison.engine.plan.RingDecision;
import dev.garrison.engine.resource.Address;
import dev.garrison.manifest.Manifest;
import dev.garrison.manifest.reading.ManifestReader;
import dev.garrison.recipe.ring.RingObjects;
import dev.garrison.state.StoredPlan;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Plans for a manifest with one ring, {@code all}, of 9 servers. */
public final class MadePlans {
  public static final Instant NOW = Instant.parse("2026-11-24T21:00:00Z");
  public static final Manifest MANIFEST =
      new ManifestReader()
          .read(
              Path.of(System.getProperty("repository.root"), "config/examples/minimal.yaml"),
              LocalDate.of(2026, 11, 24))
          .manifest();

  private static final RingDecision ALL =
      new RingDecision("all", "open", "it is the first ring", 9, 25);

  private MadePlans() {}

  /** The collection of the whole ring. */
  public static Address ofRing() {
    return RingObjects.of(MANIFEST).getFirst().whole();
  }

  /** An object that all rings share. */
  public static Address shared() {
    return new Address("application", "Defender for Endpoint");
  }

  public static PlannedChange change(Action action, Address address) {
    return new PlannedChange(
        address, action, "", List.of(), List.of(), Optional.empty(), "1", List.of());
  }

  public static Plan plan(PlannedChange... changes) {
    return plan(List.of(ALL), changes);
  }

  public static Plan plan(List<RingDecision> rings, PlannedChange... changes) {
    return new Plan(
        MANIFEST.name(),
        Sha256.of("manifest"),
        "PS1",
        Map.of(),
        Map.of(),
        rings,
        List.of(),
        List.of(),
        NOW,
        Optional.empty(),
        Allowances.NONE,
        List.of(changes),
        List.of());
  }

  /** The plan as it is stored; it expires a day after {@link #NOW}. */
  public static StoredPlan stored(Plan plan) {
    return new StoredPlan("0.1.0", Optional.empty(), NOW.plus(Duration.ofDays(1)), plan);
  }
}
