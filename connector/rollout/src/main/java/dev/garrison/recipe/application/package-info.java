/** Applications and what lies on the share for them. Pure, as the whole recipe. */
@NullMarked
package dev.garrison.recipe.application;

import org.jspecify.annotations.NullMarked;
