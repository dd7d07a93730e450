/** Plans and applies on the command line. */
@NullMarked
package dev.garrison.cli.plan;

import org.jspecify.annotations.NullMarked;
