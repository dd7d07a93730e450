/** Declines of the sensor's superseded updates, as a kind of object, with the proof before each. */
@NullMarked
package dev.garrison.wsus.decline;

import org.jspecify.annotations.NullMarked;
