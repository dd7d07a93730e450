package dev.garrison.payload.onboarding;

import dev.garrison.payload.onboarding.blob.SignedBlob;
import dev.garrison.payload.onboarding.script.BatchScript;
import java.util.Optional;

/**
 * A blob, not yet proven, and where it stands.
 *
 * @param onboards what the name of its registry value says; absent in a file that is the blob alone
 * @param script the script that writes it, where there is one
 */
record FoundBlob(
    PackageEntry entry,
    DeploymentMethod method,
    SignedBlob blob,
    Optional<Boolean> onboards,
    Optional<BatchScript> script) {}
