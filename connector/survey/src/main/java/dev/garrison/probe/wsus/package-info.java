/** Looks at WSUS servers without changing anything, before anything is ever written to one. */
@NullMarked
package dev.garrison.probe.wsus;

import org.jspecify.annotations.NullMarked;
