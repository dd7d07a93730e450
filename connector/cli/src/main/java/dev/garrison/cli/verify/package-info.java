/** {@code garrison verify} and what it prints. */
@NullMarked
package dev.garrison.cli.verify;

import org.jspecify.annotations.NullMarked;
