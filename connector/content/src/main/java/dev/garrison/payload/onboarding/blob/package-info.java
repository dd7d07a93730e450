/**
 * Verifies the signed blob of an onboarding or offboarding package, and reads its content and
 * signer.
 */
@NullMarked
package dev.garrison.payload.onboarding.blob;

import org.jspecify.annotations.NullMarked;
