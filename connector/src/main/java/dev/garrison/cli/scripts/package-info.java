/** {@code garrison scripts}. */
@NullMarked
package dev.garrison.cli.scripts;

import org.jspecify.annotations.NullMarked;
