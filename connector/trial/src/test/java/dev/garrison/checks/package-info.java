/** The scripts that check a change: what they test again, and what they report. */
@NullMarked
package dev.garrison.checks;

import org.jspecify.annotations.NullMarked;
