package dev.garrison.catalog.group;

import java.time.Instant;
import java.util.UUID;

/**
 * An approval of one update for one group on a server. Dead approvals are not included.
 *
 * @param group the group that it names; those below inherit it
 * @param action the action that it asks of computers
 * @param assigned whether computers install automatically; otherwise a person there may choose to
 * @param since time at which it takes effect
 */
public record Approval(UUID group, ApprovalAction action, boolean assigned, Instant since) {}
