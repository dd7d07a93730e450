/** Takes servers out of Defender for Endpoint, and lets them come back. Pure. */
@NullMarked
package dev.garrison.recipe.offboarding;

import org.jspecify.annotations.NullMarked;
