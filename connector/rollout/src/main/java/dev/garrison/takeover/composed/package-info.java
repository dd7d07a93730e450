/** Composes the manifest that fits the site, with a reason for each uncertain line. Pure. */
@NullMarked
package dev.garrison.takeover.composed;

import org.jspecify.annotations.NullMarked;
