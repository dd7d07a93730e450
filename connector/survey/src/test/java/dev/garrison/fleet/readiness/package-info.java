/** Tests of readiness. */
@NullMarked
package dev.garrison.fleet.readiness;

import org.jspecify.annotations.NullMarked;
