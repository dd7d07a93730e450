/** Whether a server synchronises the sensor's product, as a kind of object. */
@NullMarked
package dev.garrison.wsus.subscription;

import org.jspecify.annotations.NullMarked;
