/** Reads the site and its version, and decides which onboarding method it allows. */
@NullMarked
package dev.garrison.mecm.site;

import org.jspecify.annotations.NullMarked;
