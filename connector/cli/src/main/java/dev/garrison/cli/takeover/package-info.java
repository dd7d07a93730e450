/** The command {@code garrison import}, which writes a first manifest from an existing site. */
@NullMarked
package dev.garrison.cli.takeover;

import org.jspecify.annotations.NullMarked;
