/**
 * Commands for the status of rings, decisions about them, and servers to offboard.
 *
 * <p>The commands are {@code garrison rollout} and {@code garrison offboard}.
 */
@NullMarked
package dev.garrison.cli.rollout;

import org.jspecify.annotations.NullMarked;
