/** {@code garrison import}. */
@NullMarked
package dev.garrison.cli.takeover;

import org.jspecify.annotations.NullMarked;
