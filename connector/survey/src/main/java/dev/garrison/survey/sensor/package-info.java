/** What update servers have of the sensor, read for a plan. */
@NullMarked
package dev.garrison.survey.sensor;

import org.jspecify.annotations.NullMarked;
