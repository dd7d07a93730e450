/** What a probe says: checks with their outcomes, and the names that a report must not hold. */
@NullMarked
package dev.garrison.probe.outcome;

import org.jspecify.annotations.NullMarked;
