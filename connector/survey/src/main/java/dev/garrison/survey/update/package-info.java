/** Status of update servers and of the site's software update point, read but not judged. */
@NullMarked
package dev.garrison.survey.update;

import org.jspecify.annotations.NullMarked;
