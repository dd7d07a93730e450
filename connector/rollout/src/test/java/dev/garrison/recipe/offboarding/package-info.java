@NullMarked
package dev.garrison.recipe.offboarding;

import org.jspecify.annotations.NullMarked;
