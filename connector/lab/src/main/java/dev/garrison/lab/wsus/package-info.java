/** Simulated update servers (WSUS), over real sockets. */
@NullMarked
package dev.garrison.lab.wsus;

import org.jspecify.annotations.NullMarked;
