@NullMarked
package dev.garrison.recipe.leaving;

import org.jspecify.annotations.NullMarked;
