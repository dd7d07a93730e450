/** Batch scripts of onboarding and offboarding packages, read and never run. */
@NullMarked
package dev.garrison.payload.onboarding.script;

import org.jspecify.annotations.NullMarked;
