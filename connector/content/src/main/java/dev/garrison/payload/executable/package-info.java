/** Reads {@code UpdatePlatform.exe}: the PE format, its version resource and the signed content. */
@NullMarked
package dev.garrison.payload.executable;

import org.jspecify.annotations.NullMarked;
