/** Commands for the journal, and for the evidence that auditors get from it. */
@NullMarked
package dev.garrison.cli.journal;

import org.jspecify.annotations.NullMarked;
