/** Converters of option values, with messages that name the known words. */
@NullMarked
package dev.garrison.cli.option;

import org.jspecify.annotations.NullMarked;
