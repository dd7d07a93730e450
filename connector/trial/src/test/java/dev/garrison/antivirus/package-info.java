/** Antivirus modes and settings on simulated servers, over a whole rollout. */
@NullMarked
package dev.garrison.antivirus;

import org.jspecify.annotations.NullMarked;
