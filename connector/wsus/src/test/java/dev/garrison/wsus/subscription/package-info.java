/** Tests of the subscription to the sensor. */
@NullMarked
package dev.garrison.wsus.subscription;

import org.jspecify.annotations.NullMarked;
