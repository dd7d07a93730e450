/** The update servers of one manifest while they are used: each opened once, several at a time. */
@NullMarked
package dev.garrison.wsus.servers;

import org.jspecify.annotations.NullMarked;
