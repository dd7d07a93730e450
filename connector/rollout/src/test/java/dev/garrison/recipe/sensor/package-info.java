/** Tests of what update rings get. */
@NullMarked
package dev.garrison.recipe.sensor;

import org.jspecify.annotations.NullMarked;
