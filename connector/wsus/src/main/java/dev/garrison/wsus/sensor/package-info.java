/** Sensor updates on a WSUS server: which updates there are, and their approvals. */
@NullMarked
package dev.garrison.wsus.sensor;

import org.jspecify.annotations.NullMarked;
