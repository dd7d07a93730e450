package dev.garrison.mecm.softwareupdate;

import dev.garrison.catalog.sensor.ReleaseLine;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A ring whose servers get updates from the site.
 *
 * @param collection the name or id of its device collection
 * @param rule the name of its automatic deployment rule
 * @param releases families and channels that it is to get
 */
public record ServedRing(
    String name, String collection, String rule, SortedSet<ReleaseLine> releases) {
  public ServedRing {
    releases = Collections.unmodifiableSortedSet(new TreeSet<>(releases));
  }
}
