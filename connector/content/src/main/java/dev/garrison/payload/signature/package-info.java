/**
 * Verifies Authenticode signatures: whether a file is unaltered, and its signer. The packages of
 * the file formats supply the signed bytes; this package checks the signature (CMS), its chain, its
 * timestamp and its trust.
 */
@NullMarked
package dev.garrison.payload.signature;

import org.jspecify.annotations.NullMarked;
