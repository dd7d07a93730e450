/** Where a site's software update point stands with the sensor's update, read for people. */
@NullMarked
package dev.garrison.survey.point;

import org.jspecify.annotations.NullMarked;
