/** Tests of the package of the same name. */
@NullMarked
package dev.garrison.payload.signer;

import org.jspecify.annotations.NullMarked;
