/** The commands of package files and of the scripts that servers get. */
@NullMarked
package dev.garrison.cli.packages;

import org.jspecify.annotations.NullMarked;
