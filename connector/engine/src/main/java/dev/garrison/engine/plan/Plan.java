package dev.garrison.engine.plan;

import dev.garrison.digest.Sha256;
import dev.garrison.engine.change.Action;
import dev.garrison.engine.change.Blockage;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Pinned record of changes; not a program (ADR 0004). Apply computes the changes again, and refuses
 * when anything that the plan rests on has changed.
 *
 * @param validUntil the time after which carrying it out would set deadlines that are too near
 * @param offboarding the servers that the entries of {@code offboard} take out
 * @param changes in the order in which they are carried out, including objects that need no change
 * @param orphans objects with this manifest's mark that are not wanted any more and that stay, as
 *     addresses
 */
public record Plan(
    String manifest,
    Sha256 manifestDigest,
    String site,
    Map<String, String> survey,
    Map<String, String> packages,
    List<RingDecision> rings,
    List<OffboardDecision> offboarding,
    List<String> remarks,
    Instant asOf,
    Optional<Instant> validUntil,
    Allowances allowances,
    List<PlannedChange> changes,
    List<String> orphans) {
  /** Pinned decision of the survey that waits for its turn. */
  public static final String DEFERRED = "waits";

  public Plan {
    survey = Collections.unmodifiableMap(new TreeMap<>(survey));
    packages = Collections.unmodifiableMap(new TreeMap<>(packages));
    rings = List.copyOf(rings);
    offboarding = List.copyOf(offboarding);
    remarks = List.copyOf(remarks);
    changes = List.copyOf(changes);
    orphans = List.copyOf(orphans);
  }

  /** The same plan with other changes and no orphans. */
  Plan with(List<PlannedChange> others) {
    return new Plan(
        manifest,
        manifestDigest,
        site,
        survey,
        packages,
        rings,
        offboarding,
        remarks,
        asOf,
        validUntil,
        allowances,
        others,
        List.of());
  }

  /** The same plan with more remarks. */
  Plan remarking(List<String> more) {
    return new Plan(
        manifest,
        manifestDigest,
        site,
        survey,
        packages,
        rings,
        offboarding,
        Stream.concat(remarks.stream(), more.stream()).toList(),
        asOf,
        validUntil,
        allowances,
        changes,
        orphans);
  }

  /**
   * The entries of {@code offboard} whose servers the plan hands over to offboarding.
   *
   * @param later whether to include entries for which that happens only if apply continues while an
   *     object waits
   */
  public List<OffboardDecision> takesOut(boolean later) {
    return offboarding.stream()
        .filter(decision ->
            changes.stream()
                .filter(
                    change -> change.action().writes() || (later && change.action() == Action.WAIT))
                .anyMatch(change -> decision.through().contains(change.address())))
        .toList();
  }

  /** Number of changes with this action. */
  public long count(Action action) {
    return changes.stream().filter(change -> change.action() == action).count();
  }

  /** Number of changes that become possible without a person. */
  public long waiting() {
    return changes.stream().filter(PlannedChange::waits).count();
  }

  /** Number of changes that are not possible until a person acts. */
  public long blocked() {
    return changes.stream().filter(change -> change.blocked().isPresent()).count();
  }

  /** Whether a change or a ring cannot go on until a person acts. */
  public boolean isBlocked() {
    return blocked() > 0 || rings.stream().anyMatch(RingDecision::isBlocked);
  }

  /** Causes of the blocked changes, each once. */
  public List<Blockage> blockages() {
    return changes.stream().flatMap(change -> change.blocked().stream()).distinct().toList();
  }

  /** Whether carrying out the plan writes anything. */
  public boolean writes() {
    return changes.stream().anyMatch(change -> change.action().writes());
  }

  /** Whether a step is left that only time or a person can complete. */
  public boolean waits() {
    return changes.stream().anyMatch(change -> change.action().holdsDependents());
  }

  /** Whether a pinned decision waits for its turn, and so more is to be written later. */
  public boolean defers() {
    return survey.containsValue(DEFERRED);
  }

  /** Whether everything is as wanted. */
  public boolean converged() {
    return !writes() && !waits();
  }
}
