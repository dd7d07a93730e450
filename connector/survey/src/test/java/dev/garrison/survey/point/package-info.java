/** What is found of a site's software updates. */
@NullMarked
package dev.garrison.survey.point;

import org.jspecify.annotations.NullMarked;
