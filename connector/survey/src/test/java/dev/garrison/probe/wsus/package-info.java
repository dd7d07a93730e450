/** Tests of the looks at WSUS servers. */
@NullMarked
package dev.garrison.probe.wsus;

import org.jspecify.annotations.NullMarked;
