/** {@code garrison status} and what it prints. */
@NullMarked
package dev.garrison.cli.fleet;

import org.jspecify.annotations.NullMarked;
