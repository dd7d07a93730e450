/** Synchronization of WSUS servers, upstream servers first. */
@NullMarked
package dev.garrison.wsus.sync;

import org.jspecify.annotations.NullMarked;
