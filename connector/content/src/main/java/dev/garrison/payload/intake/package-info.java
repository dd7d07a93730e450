/** Keeps packages from the portal in a package folder until they are used. */
@NullMarked
package dev.garrison.payload.intake;

import org.jspecify.annotations.NullMarked;
