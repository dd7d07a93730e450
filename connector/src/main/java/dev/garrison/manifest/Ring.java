package dev.garrison.manifest;

import dev.garrison.manifest.value.RelativeDeadline;
import java.util.List;

/**
 * Servers that move together.
 *
 * @param collections existing collections whose servers belong to the ring
 * @param exclude existing collections whose servers are never touched by this ring
 * @param maxDevices the ring never grows beyond this number of servers
 * @param deadline counted from the ring's opening
 * @param shortDeadline whether less than 24 hours between opening and deadline are accepted
 * @param localTime whether the deadline is in each server's own time
 * @param requireMaintenanceWindow whether a server without a general maintenance window is not
 *     ready
 * @param distributionGroups instead of those of the distribution section; empty: those
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
    List<String> distributionGroups) {
  public Ring {
    collections = List.copyOf(collections);
    exclude = List.copyOf(exclude);
    distributionGroups = List.copyOf(distributionGroups);
    if (collections.isEmpty()) {
      throw new IllegalArgumentException("a ring needs a collection");
    }
    if (maxDevices < 1) {
      throw new IllegalArgumentException("a ring holds at least one device");
    }
  }

  /** What Microsoft Defender Antivirus shall be on the ring's servers. */
  public enum Antivirus {
    ACTIVE("active"),
    PASSIVE("passive");

    private final String word;

    Antivirus(String word) {
      this.word = word;
    }

    /** As the manifest spells it. */
    public String word() {
      return word;
    }
  }
}
