/** Tests of licence terms of the sensor's updates. */
@NullMarked
package dev.garrison.wsus.licence;

import org.jspecify.annotations.NullMarked;
