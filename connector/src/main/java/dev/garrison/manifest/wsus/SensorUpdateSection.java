package dev.garrison.manifest.wsus;

import dev.garrison.catalog.sensor.ReleaseLine;
import dev.garrison.catalog.sensor.SensorVersion;
import dev.garrison.manifest.value.RelativeDeadline;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * How the EDR sensor's update (KB5005292) is kept approved.
 *
 * @param releases families with channels that may be touched, and no others
 * @param rings in the order in which they get a new version
 * @param deadline counted from the approval of each ring; absent: computers install when they
 *     install other updates
 * @param acceptLicence whether licence terms are accepted where an update has any
 * @param allowAllComputers whether a ring may be the built-in group of all computers
 * @param held versions that are not to be installed
 */
public record SensorUpdateSection(
    SortedSet<ReleaseLine> releases,
    List<UpdateRing> rings,
    Optional<RelativeDeadline> deadline,
    boolean acceptLicence,
    boolean allowAllComputers,
    List<HeldVersion> held) {
  public SensorUpdateSection {
    releases = Collections.unmodifiableSortedSet(new TreeSet<>(releases));
    rings = List.copyOf(rings);
    held = List.copyOf(held);
  }

  /** Why a version is not to be installed; empty where nothing speaks against it. */
  public Optional<HeldVersion> held(SensorVersion version) {
    return held.stream().filter(each -> each.version().equals(version)).findFirst();
  }
}
