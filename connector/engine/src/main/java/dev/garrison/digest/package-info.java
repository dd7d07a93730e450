/**
 * The only package for message digests. It has SHA-256 of bytes and files, the algorithms that
 * signatures may use, and identifiers derived from names.
 */
@NullMarked
package dev.garrison.digest;

import org.jspecify.annotations.NullMarked;
