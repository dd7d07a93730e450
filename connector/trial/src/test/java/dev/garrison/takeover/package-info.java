/** Import of sites that Garrison converged itself, and of sites that somebody made by hand. */
@NullMarked
package dev.garrison.takeover;

import org.jspecify.annotations.NullMarked;
