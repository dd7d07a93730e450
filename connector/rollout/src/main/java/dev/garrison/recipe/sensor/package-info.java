/** Decides which sensor update is approved for which groups on which server. Pure. */
@NullMarked
package dev.garrison.recipe.sensor;

import org.jspecify.annotations.NullMarked;
