/** Completion scripts for shells, made from the commands as they are. */
@NullMarked
package dev.garrison.cli.completion;

import org.jspecify.annotations.NullMarked;
