/**
 * Reads {@code md4ws.msi}: the compound file ([MS-CFB]) and the tables of an installation package.
 * All sizes are bounded.
 */
@NullMarked
package dev.garrison.payload.msi;

import org.jspecify.annotations.NullMarked;
