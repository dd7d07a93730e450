/**
 * Publishes and removes immutable version folders on a content share. A version is complete or
 * invisible, never changed, and removed completely.
 */
@NullMarked
package dev.garrison.content.version;

import org.jspecify.annotations.NullMarked;
