@NullMarked
package dev.garrison.recipe;

import org.jspecify.annotations.NullMarked;
