package dev.garrison.payload.onboarding;

import dev.garrison.payload.onboarding.blob.SignedBlob;
import dev.garrison.payload.onboarding.script.BatchScript;
import java.util.Optional;

/**
 * A blob, not yet proven, and its place in the package.
 *
 * @param onboards whether the name of its registry value is the one for onboarding; absent in a
 *     file that contains only the blob
 * @param script the script that writes it, if there is one
 */
record FoundBlob(
    PackageEntry entry,
    DeploymentMethod method,
    SignedBlob blob,
    Optional<Boolean> onboards,
    Optional<BatchScript> script) {}
