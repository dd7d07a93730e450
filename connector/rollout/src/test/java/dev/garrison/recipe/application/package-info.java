/** What applications a manifest gives, by hand-written tables. */
@NullMarked
package dev.garrison.recipe.application;

import org.jspecify.annotations.NullMarked;
