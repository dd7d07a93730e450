/** Makes onboarding and offboarding packages a kind of package that can be inspected. */
@NullMarked
package dev.garrison.payload.onboarding.kind;

import org.jspecify.annotations.NullMarked;
