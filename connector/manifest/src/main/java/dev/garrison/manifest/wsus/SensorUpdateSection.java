package dev.garrison.manifest.wsus;

import dev.garrison.catalog.sensor.Family;
import dev.garrison.catalog.sensor.ReleaseLine;
import dev.garrison.catalog.sensor.SensorVersion;
import dev.garrison.diagnostic.Worded;
import dev.garrison.manifest.value.RelativeDeadline;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Rules for approving and declining the EDR sensor's update (KB5005292).
 *
 * @param releases families with channels that may be changed, and no others
 * @param leftOut families that are known and not wanted: no warning is given about their updates
 * @param rings in the order in which they get a new version
 * @param deadline counted from the approval of each ring; absent: computers install when they
 *     install other updates
 * @param acceptLicence whether license terms are accepted if an update has any
 * @param allowAllComputers whether a ring may be the built-in group of all computers
 * @param held versions that must not be installed
 * @param subscription responsibility for adding the product to those that are synchronized
 * @param decline the treatment of superseded updates that no computer needs
 * @param declineAfter how long the superseding update must have been available to all groups
 * @param deploymentPackage the deployment package for the updates that the site's rules deploy;
 *     present if the site serves a ring
 */
public record SensorUpdateSection(
    SortedSet<ReleaseLine> releases,
    SortedSet<Family> leftOut,
    List<UpdateRing> rings,
    Optional<RelativeDeadline> deadline,
    boolean acceptLicence,
    boolean allowAllComputers,
    List<HeldVersion> held,
    Subscription subscription,
    Decline decline,
    Duration declineAfter,
    Optional<String> deploymentPackage) {
  public SensorUpdateSection {
    releases = Collections.unmodifiableSortedSet(new TreeSet<>(releases));
    leftOut = Collections.unmodifiableSortedSet(new TreeSet<>(leftOut));
    rings = List.copyOf(rings);
    held = List.copyOf(held);
  }

  /** Whether the manifest names this family, as wanted or as not wanted. */
  public boolean knows(Family family) {
    return leftOut.contains(family)
        || releases.stream().anyMatch(line -> line.family().equals(family));
  }

  /** Responsibility for adding the product to those that a server synchronizes. */
  public enum Subscription implements Worded {
    /** The administrator; the plan describes the steps. */
    MANUAL,
    /** Garrison, which sends back the existing list with the product added. */
    MANAGE
  }

  /** Treatment of superseded updates that no computer needs. */
  public enum Decline implements Worded {
    /** The plan lists them. */
    REPORT,
    /** Garrison declines them, which it cannot undo. */
    DECLINE
  }

  /** Whether the site's software update point serves a ring, so that the site must be read. */
  public boolean isServedBySite() {
    return rings.stream().anyMatch(ring -> ring.served().isPresent());
  }

  /** Reason why a version must not be installed; empty if the version may be installed. */
  public Optional<HeldVersion> held(SensorVersion version) {
    return held.stream().filter(each -> each.version().equals(version)).findFirst();
  }
}
