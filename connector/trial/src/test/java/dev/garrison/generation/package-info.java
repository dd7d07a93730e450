/** Applications that were deleted are made again under new identifiers. */
@NullMarked
package dev.garrison.generation;

import org.jspecify.annotations.NullMarked;
