/** The rings of a manifest on a site: who is in them, what is decided, when they are due. Pure. */
@NullMarked
package dev.garrison.recipe.ring;

import org.jspecify.annotations.NullMarked;
