/**
 * Facts about rings: state, health, maintenance windows, and notes. Garrison keeps the notes in the
 * comments of its collections.
 */
@NullMarked
package dev.garrison.ring;

import org.jspecify.annotations.NullMarked;
