package dev.garrison.survey.ring;

import java.time.Instant;
import java.util.Optional;

/**
 * Deployment that carries Garrison's mark.
 *
 * @param id AssignmentID
 * @param collection CollectionID of its target
 * @param dated whether it has a deadline
 * @param created time at which the site made it; empty where it does not report it
 */
public record DeploymentFact(
    long id, String collection, boolean dated, Optional<Instant> created) {}
