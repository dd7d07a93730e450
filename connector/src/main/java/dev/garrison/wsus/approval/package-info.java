/** Approvals of the sensor's update for one group of one server, as a kind of object. */
@NullMarked
package dev.garrison.wsus.approval;

import org.jspecify.annotations.NullMarked;
