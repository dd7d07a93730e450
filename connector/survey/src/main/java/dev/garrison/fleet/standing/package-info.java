/** Servers of a manifest together with the decisions on its rings. */
@NullMarked
package dev.garrison.fleet.standing;

import org.jspecify.annotations.NullMarked;
