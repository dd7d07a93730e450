package dev.garrison.mecm.softwareupdate;

import dev.garrison.catalog.sensor.ReleaseLine;
import dev.garrison.catalog.sensor.SensorVersion;
import java.util.Collections;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A ring whose servers get updates from the site.
 *
 * @param collection the name or id of its device collection
 * @param rule the name of its automatic deployment rule
 * @param deadlineDays days from a run of the rule to the deadline of its deployments
 * @param releases families and channels that the ring must get
 * @param held versions that the ring must not get
 */
public record ServedRing(
    String name,
    String collection,
    String rule,
    int deadlineDays,
    SortedSet<ReleaseLine> releases,
    Set<SensorVersion> held) {
  public ServedRing {
    releases = Collections.unmodifiableSortedSet(new TreeSet<>(releases));
    held = Set.copyOf(held);
  }
}
