/** Where the sensor's updates stand on WSUS servers: what is current, for whom, and how it went. */
@NullMarked
package dev.garrison.wsus.status;

import org.jspecify.annotations.NullMarked;
