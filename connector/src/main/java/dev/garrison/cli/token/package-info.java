/** The commands of tokens. */
@NullMarked
package dev.garrison.cli.token;

import org.jspecify.annotations.NullMarked;
