/** Looks at WSUS servers without changing anything, before anything is ever written to one. */
@NullMarked
package dev.garrison.wsus.probe;

import org.jspecify.annotations.NullMarked;
