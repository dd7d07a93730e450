/** Decides which ring may continue, from the status of its servers and the clock. Pure. */
@NullMarked
package dev.garrison.gate;

import org.jspecify.annotations.NullMarked;
