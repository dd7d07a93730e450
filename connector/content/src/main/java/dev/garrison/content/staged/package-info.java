/** Manages staged content as immutable version folders on the content share. */
@NullMarked
package dev.garrison.content.staged;

import org.jspecify.annotations.NullMarked;
