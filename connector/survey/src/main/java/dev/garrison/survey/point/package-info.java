/** Status of the sensor's update on a site's software update point, for reports. */
@NullMarked
package dev.garrison.survey.point;

import org.jspecify.annotations.NullMarked;
