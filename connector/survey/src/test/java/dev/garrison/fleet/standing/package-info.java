/** Where servers stand. */
@NullMarked
package dev.garrison.fleet.standing;

import org.jspecify.annotations.NullMarked;
