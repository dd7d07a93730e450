/** Which update of the sensor is approved for which groups of which server; pure. */
@NullMarked
package dev.garrison.recipe.sensor;

import org.jspecify.annotations.NullMarked;
