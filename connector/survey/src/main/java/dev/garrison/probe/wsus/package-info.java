/** Checks of WSUS servers before the first write to them. They change nothing. */
@NullMarked
package dev.garrison.probe.wsus;

import org.jspecify.annotations.NullMarked;
