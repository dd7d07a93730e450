/** Composes the manifest that fits what was seen, each uncertain line with its reason. Pure. */
@NullMarked
package dev.garrison.takeover.composed;

import org.jspecify.annotations.NullMarked;
