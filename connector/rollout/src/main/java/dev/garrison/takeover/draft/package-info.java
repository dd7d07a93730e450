/** A first manifest: its values with their reasons, and its text. Pure. */
@NullMarked
package dev.garrison.takeover.draft;

import org.jspecify.annotations.NullMarked;
