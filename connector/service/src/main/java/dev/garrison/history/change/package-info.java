/** Changes of the history, as they are announced in this process. */
@NullMarked
package dev.garrison.history.change;

import org.jspecify.annotations.NullMarked;
