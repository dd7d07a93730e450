/** The files behind the engine's ports: plans, journals and the lease. */
@NullMarked
package dev.garrison.record;

import org.jspecify.annotations.NullMarked;
