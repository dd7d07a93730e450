package dev.garrison.mecm.site;

import java.util.Optional;

/**
 * What is asked of the gate.
 *
 * @param method the manifest's method
 * @param existing the route of objects of ours that exist already
 * @param migrate whether the manifest says {@code migrateRoute: true}
 */
public record RouteRequest(
    RequestedMethod method, Optional<OnboardingRoute> existing, boolean migrate) {}
