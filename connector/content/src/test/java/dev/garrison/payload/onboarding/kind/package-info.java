/** Tests of the package of the same name. */
@NullMarked
package dev.garrison.payload.onboarding.kind;

import org.jspecify.annotations.NullMarked;
