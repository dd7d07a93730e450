/** Approvals of the sensor's updates for computer groups of a server, and their license terms. */
@NullMarked
package dev.garrison.wsus.approval;

import org.jspecify.annotations.NullMarked;
