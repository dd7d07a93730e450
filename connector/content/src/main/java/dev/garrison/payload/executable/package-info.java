/** {@code UpdatePlatform.exe}: the PE form, its version resource and what a signature covers. */
@NullMarked
package dev.garrison.payload.executable;

import org.jspecify.annotations.NullMarked;
