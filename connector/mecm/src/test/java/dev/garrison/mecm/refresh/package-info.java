/** Evaluations and policy pushes, without the lab. */
@NullMarked
package dev.garrison.mecm.refresh;

import org.jspecify.annotations.NullMarked;
