/** {@code garrison test-detection} and what it prints. */
@NullMarked
package dev.garrison.cli.servertest;

import org.jspecify.annotations.NullMarked;
