/** Reads the batch scripts of onboarding and offboarding packages, and never runs them. */
@NullMarked
package dev.garrison.payload.onboarding.script;

import org.jspecify.annotations.NullMarked;
