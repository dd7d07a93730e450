/** Licence terms of the sensor's updates, as a kind of object. */
@NullMarked
package dev.garrison.wsus.licence;

import org.jspecify.annotations.NullMarked;
