package dev.garrison.survey.ring;

import java.time.Instant;
import java.util.Optional;

/**
 * A deployment that carries our mark.
 *
 * @param id AssignmentID
 * @param dated whether it has a deadline
 * @param created when the site made it; empty where it does not tell
 */
public record DeploymentFact(long id, boolean dated, Optional<Instant> created) {}
