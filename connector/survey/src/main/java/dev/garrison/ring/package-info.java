/**
 * What is known of a ring: its state, its servers' health, its maintenance windows, and the notes
 * that Garrison leaves on its collections.
 */
@NullMarked
package dev.garrison.ring;

import org.jspecify.annotations.NullMarked;
