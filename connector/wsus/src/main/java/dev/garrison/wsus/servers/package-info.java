/** Update servers of one manifest while they are used: each opened once, several in parallel. */
@NullMarked
package dev.garrison.wsus.servers;

import org.jspecify.annotations.NullMarked;
