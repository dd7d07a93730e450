/** The sensor's updates on a WSUS server: which there are, and where they stand. */
@NullMarked
package dev.garrison.wsus.sensor;

import org.jspecify.annotations.NullMarked;
