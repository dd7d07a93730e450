/** A first manifest as values with their reasons, and as text. Pure. */
@NullMarked
package dev.garrison.takeover.draft;

import org.jspecify.annotations.NullMarked;
