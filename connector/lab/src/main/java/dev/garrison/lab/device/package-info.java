/** Simulated computers: their properties, and the effects of installations on them. */
@NullMarked
package dev.garrison.lab.device;

import org.jspecify.annotations.NullMarked;
