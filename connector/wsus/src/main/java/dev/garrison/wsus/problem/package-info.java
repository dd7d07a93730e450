/** Diagnostics for problems with update servers and the updates on them. */
@NullMarked
package dev.garrison.wsus.problem;

import org.jspecify.annotations.NullMarked;
