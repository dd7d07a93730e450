/**
 * Authenticode: whether a file is unaltered, and whose it is. Forms of files are the business of
 * others; here are the signature (CMS), its chain, its timestamp and whom to trust.
 */
@NullMarked
package dev.garrison.payload.signature;

import org.jspecify.annotations.NullMarked;
