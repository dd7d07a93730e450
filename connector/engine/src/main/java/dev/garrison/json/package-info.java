/** JSON as Garrison reads and writes it: strict, bounded, and always in the same order. */
@NullMarked
package dev.garrison.json;

import org.jspecify.annotations.NullMarked;
