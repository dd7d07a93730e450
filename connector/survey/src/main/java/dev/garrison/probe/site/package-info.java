/** Checks of a site after the sign-in. */
@NullMarked
package dev.garrison.probe.site;

import org.jspecify.annotations.NullMarked;
