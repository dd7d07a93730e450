/** Tests of simulated computers. */
@NullMarked
package dev.garrison.lab.device;

import org.jspecify.annotations.NullMarked;
