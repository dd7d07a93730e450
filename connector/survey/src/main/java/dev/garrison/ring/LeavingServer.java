package dev.garrison.ring;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the site says of a server that shall leave one side: onboarding, or offboarding when it
 * comes back.
 *
 * @param id of class SMS_R_System
 * @param kept whether our collection that keeps it out of the other side holds it
 * @param targetedBy names of the collections of this side that still hold it
 * @param policyRequest when its client last asked the site for policy
 * @param released whether it was found to have left before
 */
public record LeavingServer(
    long id,
    String name,
    boolean kept,
    Set<String> targetedBy,
    Optional<Instant> policyRequest,
    boolean released) {
  public LeavingServer {
    targetedBy = java.util.Collections.unmodifiableSet(new TreeSet<>(targetedBy));
  }
}
