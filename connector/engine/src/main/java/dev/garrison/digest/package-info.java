/**
 * The one owner of message digests: SHA-256 of bytes and files, what signatures may be over, and
 * identifiers derived from names.
 */
@NullMarked
package dev.garrison.digest;

import org.jspecify.annotations.NullMarked;
