/** The commands of the journal, and of the evidence that auditors get of it. */
@NullMarked
package dev.garrison.cli.journal;

import org.jspecify.annotations.NullMarked;
