/** Commands for package files, and for signing the scripts that run on servers. */
@NullMarked
package dev.garrison.cli.packages;

import org.jspecify.annotations.NullMarked;
