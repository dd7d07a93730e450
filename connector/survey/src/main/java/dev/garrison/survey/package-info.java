/** The survey: all facts about a site that a recipe may depend on. */
@NullMarked
package dev.garrison.survey;

import org.jspecify.annotations.NullMarked;
