/** Finds changes that a site does not offer, in the plan and before anything is written. */
@NullMarked
package dev.garrison.mecm.offer;

import org.jspecify.annotations.NullMarked;
