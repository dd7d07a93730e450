/** The servers of a manifest together with what was decided for its rings. */
@NullMarked
package dev.garrison.fleet.standing;

import org.jspecify.annotations.NullMarked;
