/** {@code garrison prerequisites} and what it prints. */
@NullMarked
package dev.garrison.cli.readiness;

import org.jspecify.annotations.NullMarked;
