/** Tests of the journal's commands. */
@NullMarked
package dev.garrison.cli.journal;

import org.jspecify.annotations.NullMarked;
