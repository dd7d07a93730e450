/** Plan files and journals in the state folder. Implements the engine's journal. */
@NullMarked
package dev.garrison.state;

import org.jspecify.annotations.NullMarked;
