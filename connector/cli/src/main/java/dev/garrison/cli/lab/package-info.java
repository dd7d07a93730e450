/** Commands for the simulated site and the demonstration. */
@NullMarked
package dev.garrison.cli.lab;

import org.jspecify.annotations.NullMarked;
