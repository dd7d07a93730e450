/** Which ring may move on, decided from what is seen of its servers and from the clock. Pure. */
@NullMarked
package dev.garrison.gate;

import org.jspecify.annotations.NullMarked;
