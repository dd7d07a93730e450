package dev.garrison.manifest;

import dev.garrison.diagnostic.Worded;
import dev.garrison.manifest.value.ProxyServers;
import dev.garrison.manifest.value.RelativeDeadline;
import dev.garrison.manifest.value.RingGate;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Group of servers that are onboarded together: an entry of {@code rings}.
 *
 * @param collections existing collections whose servers belong to the ring, by name or id
 * @param exclude existing collections whose servers are never touched by this ring, by name or id
 * @param maxDevices the ring never grows beyond this number of servers
 * @param deadline counted from the ring's opening
 * @param shortDeadline whether less than 24 hours between opening and deadline are accepted
 * @param localTime whether the deadline is in each server's local time
 * @param requireMaintenanceWindow whether a server without a general maintenance window is not
 *     ready
 * @param distributionGroups distribution point groups of this ring; empty: those of the
 *     distribution section
 * @param gate the criteria that its servers must meet before the next ring opens
 * @param otherAntivirus statements that another antivirus protects servers, including expired ones
 * @param proxy the proxies that are set on its servers before they are onboarded; absent: none
 */
public record Ring(
    String name,
    List<String> collections,
    List<String> exclude,
    int maxDevices,
    RelativeDeadline deadline,
    boolean shortDeadline,
    boolean localTime,
    Antivirus antivirus,
    boolean requireMaintenanceWindow,
    List<String> distributionGroups,
    RingGate gate,
    List<OtherAntivirus> otherAntivirus,
    Optional<ProxyServers> proxy) {
  public Ring {
    collections = List.copyOf(collections);
    exclude = List.copyOf(exclude);
    distributionGroups = List.copyOf(distributionGroups);
    otherAntivirus = List.copyOf(otherAntivirus);
    if (collections.isEmpty()) {
      throw new IllegalArgumentException("a ring needs a collection");
    }
    if (maxDevices < 1) {
      throw new IllegalArgumentException("a ring holds at least one device");
    }
  }

  /** Whether both rings configure a server in the same way, so that they can share applications. */
  public boolean treatsServersLike(Ring other) {
    return antivirus == other.antivirus && proxy.equals(other.proxy);
  }

  /** Copies the ring and replaces the names or ids of its collections. */
  Ring withCollections(UnaryOperator<String> words) {
    return with(collections.stream().map(words).toList(), exclude.stream().map(words).toList());
  }

  /** Copies the ring and excludes the servers of these collections. */
  Ring without(List<String> others) {
    return with(collections, together(exclude, others));
  }

  /** Copies the ring and adds these collections, except those that it excludes. */
  Ring and(List<String> others) {
    return with(
        together(collections, others.stream().filter(each -> !exclude.contains(each)).toList()),
        exclude);
  }

  private static List<String> together(List<String> some, List<String> more) {
    return Stream.concat(some.stream(), more.stream()).distinct().toList();
  }

  private Ring with(List<String> otherCollections, List<String> otherExclude) {
    return new Ring(
        name,
        otherCollections,
        otherExclude,
        maxDevices,
        deadline,
        shortDeadline,
        localTime,
        antivirus,
        requireMaintenanceWindow,
        distributionGroups,
        gate,
        otherAntivirus,
        proxy);
  }

  /** Required mode of Microsoft Defender Antivirus on the ring's servers. */
  public enum Antivirus implements Worded {
    ACTIVE,
    PASSIVE
  }
}
