/** Checks of {@code garrison probe} for everything that a plan needs. They write nothing. */
@NullMarked
package dev.garrison.probe;

import org.jspecify.annotations.NullMarked;
