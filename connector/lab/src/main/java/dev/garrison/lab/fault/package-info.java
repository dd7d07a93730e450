/** Deliberate faults of the lab: error answers, lost connections, and damaged bodies. */
@NullMarked
package dev.garrison.lab.fault;

import org.jspecify.annotations.NullMarked;
