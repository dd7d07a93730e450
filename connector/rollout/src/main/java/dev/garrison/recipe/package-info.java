/**
 * Computes the objects that should exist from the manifest and the survey. Pure: no I/O, no clock.
 */
@NullMarked
package dev.garrison.recipe;

import org.jspecify.annotations.NullMarked;
