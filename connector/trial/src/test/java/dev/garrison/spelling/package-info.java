/** A site that spells its properties in its own way is driven like any other. */
@NullMarked
package dev.garrison.spelling;

import org.jspecify.annotations.NullMarked;
