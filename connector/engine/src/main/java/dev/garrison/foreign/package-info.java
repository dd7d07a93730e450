/** Functions of C libraries, called through {@link java.lang.foreign}, and runs of programs. */
@NullMarked
package dev.garrison.foreign;

import org.jspecify.annotations.NullMarked;
