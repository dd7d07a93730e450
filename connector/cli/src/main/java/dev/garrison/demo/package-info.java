/**
 * Demonstration of a complete rollout on the simulated site.
 *
 * <p>Besides this package, only {@code cli.lab} may use the lab.
 */
@NullMarked
package dev.garrison.demo;

import org.jspecify.annotations.NullMarked;
