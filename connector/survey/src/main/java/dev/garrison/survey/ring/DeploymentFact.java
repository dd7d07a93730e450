package dev.garrison.survey.ring;

import java.time.Instant;
import java.util.Optional;

/**
 * A deployment that carries our mark.
 *
 * @param id AssignmentID
 * @param collection CollectionID of its target
 * @param dated whether it has a deadline
 * @param created when the site made it; empty where it does not tell
 */
public record DeploymentFact(
    long id, String collection, boolean dated, Optional<Instant> created) {}
