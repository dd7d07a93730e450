/** What a WSUS server has of the sensor's updates, as a file that another site can compare with. */
@NullMarked
package dev.garrison.wsus.snapshot;

import org.jspecify.annotations.NullMarked;
