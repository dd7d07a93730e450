/**
 * Reads onboarding and offboarding packages of the Defender portal. They are read within limits,
 * proven offline, and compared with the expectations of the manifest.
 */
@NullMarked
package dev.garrison.payload.onboarding;

import org.jspecify.annotations.NullMarked;
