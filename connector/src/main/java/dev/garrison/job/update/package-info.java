/** What the sensor's updates looked like on the update servers, as jobs keep it. */
@NullMarked
package dev.garrison.job.update;

import org.jspecify.annotations.NullMarked;
