/** {@code garrison wsus}: the WSUS servers. */
@NullMarked
package dev.garrison.cli.wsus;

import org.jspecify.annotations.NullMarked;
