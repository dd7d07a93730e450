package dev.garrison.takeover.seen;

import java.time.Instant;
import java.util.Optional;

/**
 * A deployment of an application or of a policy to a collection.
 *
 * @param kind as in addresses: {@code deployment} or {@code policy-deployment}
 * @param modelName ModelName of the deployed object
 * @param required whether devices must take it; an available one waits for a user
 * @param localTime whether its times are in each device's own time
 */
public record SeenDeployment(
    String kind,
    String name,
    String description,
    String modelName,
    String collectionId,
    boolean required,
    boolean localTime,
    Optional<Instant> start,
    Optional<Instant> deadline) {}
