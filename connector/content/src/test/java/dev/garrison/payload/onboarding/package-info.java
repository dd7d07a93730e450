/** Tests of the package of the same name. */
@NullMarked
package dev.garrison.payload.onboarding;

import org.jspecify.annotations.NullMarked;
