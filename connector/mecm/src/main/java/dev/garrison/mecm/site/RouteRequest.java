package dev.garrison.mecm.site;

import java.util.Optional;

/**
 * Request to the version gate.
 *
 * @param method the manifest's method
 * @param existing the method of managed objects that exist already
 * @param migrate whether the manifest has {@code migrateRoute: true}
 */
public record RouteRequest(
    RequestedMethod method, Optional<OnboardingRoute> existing, boolean migrate) {}
