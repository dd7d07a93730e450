package dev.garrison.lab.wsus.state;

import java.util.Optional;
import java.util.UUID;

/**
 * A computer target group, or the group of downstream servers.
 *
 * @param kind as rows spell it
 */
public record TargetGroup(UUID id, String name, String kind, Optional<UUID> parent) {}
