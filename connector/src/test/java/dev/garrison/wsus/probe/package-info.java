/** Tests of the looks at WSUS servers. */
@NullMarked
package dev.garrison.wsus.probe;

import org.jspecify.annotations.NullMarked;
