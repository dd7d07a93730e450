/** Selects the current updates among the many of one KB. Pure. */
@NullMarked
package dev.garrison.catalog.approvalpolicy;

import org.jspecify.annotations.NullMarked;
