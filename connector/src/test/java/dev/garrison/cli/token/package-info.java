/** Tokens on the command line. */
@NullMarked
package dev.garrison.cli.token;

import org.jspecify.annotations.NullMarked;
