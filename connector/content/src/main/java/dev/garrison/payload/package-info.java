/**
 * The files that the manifest names: what they are and, in time, proof that they are what they
 * claim.
 */
@NullMarked
package dev.garrison.payload;

import org.jspecify.annotations.NullMarked;
