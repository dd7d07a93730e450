package dev.garrison.catalog.group;

import java.time.Instant;
import java.util.UUID;

/**
 * An approval of one update for one group, as it stands on a server. Dead ones are none.
 *
 * @param group the group that it names; those below inherit it
 * @param action what it asks of computers
 * @param assigned whether computers install by themselves; else a person there may choose to
 * @param since when it takes effect
 */
public record Approval(UUID group, ApprovalAction action, boolean assigned, Instant since) {}
