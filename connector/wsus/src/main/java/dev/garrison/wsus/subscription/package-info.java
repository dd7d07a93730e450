/** Synchronization of the sensor's product by a server, as a kind of object. */
@NullMarked
package dev.garrison.wsus.subscription;

import org.jspecify.annotations.NullMarked;
