/** Rows of the history that are written many at a time. */
@NullMarked
package dev.garrison.history.row;

import org.jspecify.annotations.NullMarked;
