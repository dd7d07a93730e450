/** Rings that open one after the other, on the stand-in site. */
@NullMarked
package dev.garrison.rings;

import org.jspecify.annotations.NullMarked;
