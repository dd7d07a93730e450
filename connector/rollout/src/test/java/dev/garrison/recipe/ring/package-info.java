/** What is decided for rings. */
@NullMarked
package dev.garrison.recipe.ring;

import org.jspecify.annotations.NullMarked;
