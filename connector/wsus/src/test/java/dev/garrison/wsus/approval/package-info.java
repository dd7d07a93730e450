/** Tests of approvals of the sensor's updates. */
@NullMarked
package dev.garrison.wsus.approval;

import org.jspecify.annotations.NullMarked;
