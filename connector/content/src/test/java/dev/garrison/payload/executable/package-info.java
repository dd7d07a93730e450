/** Programs, and what their signature covers. */
@NullMarked
package dev.garrison.payload.executable;

import org.jspecify.annotations.NullMarked;
