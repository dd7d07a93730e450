/** The command that looks before anything is planned, against stand-ins and real servers. */
@NullMarked
package dev.garrison.cli.probe;

import org.jspecify.annotations.NullMarked;
