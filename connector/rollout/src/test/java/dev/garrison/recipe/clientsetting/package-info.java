@NullMarked
package dev.garrison.recipe.clientsetting;

import org.jspecify.annotations.NullMarked;
