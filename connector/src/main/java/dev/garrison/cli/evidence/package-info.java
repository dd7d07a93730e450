/** {@code garrison evidence}. */
@NullMarked
package dev.garrison.cli.evidence;

import org.jspecify.annotations.NullMarked;
