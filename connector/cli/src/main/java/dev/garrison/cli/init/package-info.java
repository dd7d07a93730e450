/** The command {@code garrison init}, and the options that it shares with {@code import}. */
@NullMarked
package dev.garrison.cli.init;

import org.jspecify.annotations.NullMarked;
