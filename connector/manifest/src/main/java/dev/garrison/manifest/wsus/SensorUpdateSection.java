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
 * How the EDR sensor's update (KB5005292) is kept approved.
 *
 * @param releases families with channels that may be touched, and no others
 * @param leftOut families that are known and not wanted: nobody is warned of their updates
 * @param rings in the order in which they get a new version
 * @param deadline counted from the approval of each ring; absent: computers install when they
 *     install other updates
 * @param acceptLicence whether licence terms are accepted where an update has any
 * @param allowAllComputers whether a ring may be the built-in group of all computers
 * @param held versions that are not to be installed
 * @param subscription who adds the product to those that are synchronised
 * @param decline what becomes of superseded updates that nobody needs
 * @param declineAfter how long their successor must have been there for everybody
 * @param deploymentPackage where the site keeps the files of updates that its rules deploy; there
 *     where it serves a ring
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

  /** Whether the manifest says something of this family: that it is wanted, or that it is not. */
  public boolean knows(Family family) {
    return leftOut.contains(family)
        || releases.stream().anyMatch(line -> line.family().equals(family));
  }

  /** Who adds the product to those that a server synchronises. */
  public enum Subscription implements Worded {
    /** A person: the plan says how. */
    MANUAL,
    /** Garrison, which sends back what there is and the product besides. */
    MANAGE
  }

  /** What becomes of superseded updates that nobody needs. */
  public enum Decline implements Worded {
    /** The plan names them. */
    REPORT,
    /** They are declined, which Garrison cannot take back. */
    DECLINE
  }

  /** Whether the site's software update point serves a ring, so that the site has to be read. */
  public boolean isServedBySite() {
    return rings.stream().anyMatch(ring -> ring.served().isPresent());
  }

  /** Why a version is not to be installed; empty where nothing speaks against it. */
  public Optional<HeldVersion> held(SensorVersion version) {
    return held.stream().filter(each -> each.version().equals(version)).findFirst();
  }
}
