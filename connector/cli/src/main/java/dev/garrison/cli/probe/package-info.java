/** The command that looks before anything is planned. */
@NullMarked
package dev.garrison.cli.probe;

import org.jspecify.annotations.NullMarked;
