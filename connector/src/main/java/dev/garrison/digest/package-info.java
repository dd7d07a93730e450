/**
 * The one owner of message digests: SHA-256 of bytes and files, and identifiers derived from names.
 */
@NullMarked
package dev.garrison.digest;

import org.jspecify.annotations.NullMarked;
