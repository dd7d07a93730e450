/** Changes that a site does not offer are found by the plan, before anything is written. */
@NullMarked
package dev.garrison.mecm.offer;

import org.jspecify.annotations.NullMarked;
