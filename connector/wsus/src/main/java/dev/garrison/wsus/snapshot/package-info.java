/** Snapshots of the sensor's updates on a WSUS server, as files that another site can compare. */
@NullMarked
package dev.garrison.wsus.snapshot;

import org.jspecify.annotations.NullMarked;
