/** Rings of a manifest on a site: their servers, decisions and times. Pure. */
@NullMarked
package dev.garrison.recipe.ring;

import org.jspecify.annotations.NullMarked;
