/** The folder in which packages from the portal are kept until they are used. */
@NullMarked
package dev.garrison.payload.intake;

import org.jspecify.annotations.NullMarked;
