/** Packages that came from the portal one after another. */
@NullMarked
package dev.garrison.payload.intake;

import org.jspecify.annotations.NullMarked;
