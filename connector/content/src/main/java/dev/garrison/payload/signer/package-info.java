/** Describes the signers of files of any format, for comparison by a person. */
@NullMarked
package dev.garrison.payload.signer;

import org.jspecify.annotations.NullMarked;
