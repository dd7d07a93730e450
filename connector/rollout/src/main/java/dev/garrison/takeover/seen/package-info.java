/**
 * Objects of a site that have to do with onboarding, as they were read. No judgment is made, and
 * nothing is written.
 */
@NullMarked
package dev.garrison.takeover.seen;

import org.jspecify.annotations.NullMarked;
