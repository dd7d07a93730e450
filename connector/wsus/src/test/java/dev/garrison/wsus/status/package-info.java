/** Tests of where update servers stand. */
@NullMarked
package dev.garrison.wsus.status;

import org.jspecify.annotations.NullMarked;
