/** Commands: The journal. */
@NullMarked
package dev.garrison.cli.journal;

import org.jspecify.annotations.NullMarked;
