/** Where update servers and the site's software update point stand, read and not judged. */
@NullMarked
package dev.garrison.survey.update;

import org.jspecify.annotations.NullMarked;
