/** {@code garrison rollout}: where the rings stand, and what a person decides about them. */
@NullMarked
package dev.garrison.cli.rollout;

import org.jspecify.annotations.NullMarked;
