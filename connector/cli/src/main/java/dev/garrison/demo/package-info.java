/**
 * Demonstration of a complete rollout on the simulated site.
 *
 * <p>No other package of the product may use the lab.
 */
@NullMarked
package dev.garrison.demo;

import org.jspecify.annotations.NullMarked;
