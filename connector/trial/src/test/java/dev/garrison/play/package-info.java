/** Whole rollouts on hundreds of servers, with a ticking clock. */
@NullMarked
package dev.garrison.play;

import org.jspecify.annotations.NullMarked;
