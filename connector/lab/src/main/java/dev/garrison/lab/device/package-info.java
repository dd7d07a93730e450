/** Simulated computers: what they are, and what an installation does to them. */
@NullMarked
package dev.garrison.lab.device;

import org.jspecify.annotations.NullMarked;
