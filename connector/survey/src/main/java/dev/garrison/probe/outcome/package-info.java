/** Outcomes of a probe's checks, and the names that a report must not contain. */
@NullMarked
package dev.garrison.probe.outcome;

import org.jspecify.annotations.NullMarked;
