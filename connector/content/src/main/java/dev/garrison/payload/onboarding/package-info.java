/**
 * Onboarding and offboarding packages of the Defender portal: read within limits, proven offline,
 * measured by what the manifest expects.
 */
@NullMarked
package dev.garrison.payload.onboarding;

import org.jspecify.annotations.NullMarked;
