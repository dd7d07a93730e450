/**
 * Immutable version folders on a content share: complete or invisible, never changed, removed as a
 * whole.
 */
@NullMarked
package dev.garrison.content.version;

import org.jspecify.annotations.NullMarked;
