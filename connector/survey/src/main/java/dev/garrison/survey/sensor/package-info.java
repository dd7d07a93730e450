/** Facts about the sensor's updates on update servers, read for a plan. */
@NullMarked
package dev.garrison.survey.sensor;

import org.jspecify.annotations.NullMarked;
