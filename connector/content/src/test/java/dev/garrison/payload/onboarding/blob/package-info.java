/** Tests of the package of the same name. */
@NullMarked
package dev.garrison.payload.onboarding.blob;

import org.jspecify.annotations.NullMarked;
