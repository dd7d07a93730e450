/** The command {@code garrison wsus}: probe, status and synchronization of WSUS servers. */
@NullMarked
package dev.garrison.cli.wsus;

import org.jspecify.annotations.NullMarked;
