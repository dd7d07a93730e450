/** From the manifest and the survey to the objects that should exist. Pure: no I/O, no clock. */
@NullMarked
package dev.garrison.recipe;

import org.jspecify.annotations.NullMarked;
