/** Approvals of the sensor's update for one group of one server, with their licence terms. */
@NullMarked
package dev.garrison.wsus.approval;

import org.jspecify.annotations.NullMarked;
