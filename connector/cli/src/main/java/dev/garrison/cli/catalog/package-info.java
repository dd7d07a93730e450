/** The command {@code garrison catalog}. */
@NullMarked
package dev.garrison.cli.catalog;

import org.jspecify.annotations.NullMarked;
