/** The command line: one command per file. */
@NullMarked
package dev.garrison.cli;

import org.jspecify.annotations.NullMarked;
