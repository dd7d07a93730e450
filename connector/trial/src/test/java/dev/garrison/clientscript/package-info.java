/** Our scripts, signed. */
@NullMarked
package dev.garrison.clientscript;

import org.jspecify.annotations.NullMarked;
