/**
 * Reads and inspects the package files that the manifest names, and proves their origin and
 * content.
 */
@NullMarked
package dev.garrison.payload;

import org.jspecify.annotations.NullMarked;
