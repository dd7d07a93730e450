/** Status of the sensor's updates on WSUS servers: current updates, their groups, and results. */
@NullMarked
package dev.garrison.wsus.status;

import org.jspecify.annotations.NullMarked;
