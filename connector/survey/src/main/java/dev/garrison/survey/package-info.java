/** Survey of a site: all facts about it that a recipe may depend on. */
@NullMarked
package dev.garrison.survey;

import org.jspecify.annotations.NullMarked;
