/** Facts about servers that leave: their identity, and the site's remaining objects for them. */
@NullMarked
package dev.garrison.survey.offboarding;

import org.jspecify.annotations.NullMarked;
