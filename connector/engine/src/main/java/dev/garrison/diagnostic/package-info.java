/** Diagnostics: the only form in which problems are reported to people, with place and remedy. */
@NullMarked
package dev.garrison.diagnostic;

import org.jspecify.annotations.NullMarked;
