/** Whether servers are ready to be onboarded, and what brings them there. Pure. */
@NullMarked
package dev.garrison.fleet.readiness;

import org.jspecify.annotations.NullMarked;
