/** The packed program, as a user starts it. */
@NullMarked
package dev.garrison.e2e;

import org.jspecify.annotations.NullMarked;
