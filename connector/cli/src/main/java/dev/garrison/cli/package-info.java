/** The command line and what its commands share. Each command has a file of its own. */
@NullMarked
package dev.garrison.cli;

import org.jspecify.annotations.NullMarked;
