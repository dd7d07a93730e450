package dev.garrison.ring;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Server that must leave one side: onboarding, or offboarding when it comes back.
 *
 * @param id of class SMS_R_System
 * @param kept whether Garrison's collection that excludes it from the other side contains it
 * @param targetedBy names of the collections of this side that still contain it
 * @param policyRequest time of its client's last policy request to the site
 * @param released whether it was found to have left before
 * @param origin its Windows, and the rings that it belongs to
 */
public record LeavingServer(
    long id,
    String name,
    boolean kept,
    Set<String> targetedBy,
    Optional<Instant> policyRequest,
    boolean released,
    Origin origin) {
  /**
   * Facts about a server that do not change while it leaves.
   *
   * @param system Caption of its operating system by inventory; empty where it sent none
   * @param rings names of the rings whose collections contain it, though they are kept from it now
   * @param antivirus what is seen of its antivirus
   */
  public record Origin(String system, Set<String> rings, SeenAntivirus antivirus) {
    /** No facts. */
    public static final Origin UNKNOWN = new Origin("", Set.of(), SeenAntivirus.NONE);

    public Origin {
      rings = Set.copyOf(rings);
    }
  }

  /**
   * Antivirus of a server, as far as it is seen.
   *
   * @param defender state of Microsoft Defender Antivirus: active, passive or off
   * @param other another antivirus that runs
   */
  public record SeenAntivirus(Optional<String> defender, Optional<String> other) {
    /** No antivirus seen. */
    public static final SeenAntivirus NONE = new SeenAntivirus(Optional.empty(), Optional.empty());
  }

  /** A server whose origin is unknown. */
  public LeavingServer(
      long id,
      String name,
      boolean kept,
      Set<String> targetedBy,
      Optional<Instant> policyRequest,
      boolean released) {
    this(id, name, kept, targetedBy, policyRequest, released, Origin.UNKNOWN);
  }

  /** The same server with its origin. */
  public LeavingServer from(Origin other) {
    return new LeavingServer(id, name, kept, targetedBy, policyRequest, released, other);
  }

  public LeavingServer {
    targetedBy = java.util.Collections.unmodifiableSet(new TreeSet<>(targetedBy));
  }
}
