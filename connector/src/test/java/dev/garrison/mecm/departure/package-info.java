/** Evaluations and policy pushes, without the lab. */
@NullMarked
package dev.garrison.mecm.departure;

import org.jspecify.annotations.NullMarked;
