/**
 * Commands that run a test on named servers: {@code test-detection} and {@code test-connectivity}.
 */
@NullMarked
package dev.garrison.cli.servertest;

import org.jspecify.annotations.NullMarked;
