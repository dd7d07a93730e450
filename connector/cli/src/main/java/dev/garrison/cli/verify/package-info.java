/** The command {@code garrison verify} and its output. */
@NullMarked
package dev.garrison.cli.verify;

import org.jspecify.annotations.NullMarked;
