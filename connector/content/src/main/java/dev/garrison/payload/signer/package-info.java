/** Who signed a file, whatever its form, as a person compares it. */
@NullMarked
package dev.garrison.payload.signer;

import org.jspecify.annotations.NullMarked;
