/** Readiness of servers for onboarding, and remedies. Makes no requests. */
@NullMarked
package dev.garrison.fleet.readiness;

import org.jspecify.annotations.NullMarked;
