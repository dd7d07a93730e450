/** Staged content as a managed object: immutable version folders on the content share. */
@NullMarked
package dev.garrison.content.staged;

import org.jspecify.annotations.NullMarked;
