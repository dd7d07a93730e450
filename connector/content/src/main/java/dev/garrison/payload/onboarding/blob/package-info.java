/**
 * The signed statement inside an onboarding or offboarding package: what it says and who signed it.
 */
@NullMarked
package dev.garrison.payload.onboarding.blob;

import org.jspecify.annotations.NullMarked;
