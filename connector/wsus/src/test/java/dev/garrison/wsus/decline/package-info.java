/** Tests of declines of the sensor's updates. */
@NullMarked
package dev.garrison.wsus.decline;

import org.jspecify.annotations.NullMarked;
