/** Applications and their content on the share. Pure, like the rest of the recipe. */
@NullMarked
package dev.garrison.recipe.application;

import org.jspecify.annotations.NullMarked;
