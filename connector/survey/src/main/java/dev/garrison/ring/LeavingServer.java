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
