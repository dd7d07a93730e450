/** Import: from a site that already onboards servers to a first manifest that fits it. */
@NullMarked
package dev.garrison.takeover;

import org.jspecify.annotations.NullMarked;
