/** The only place where objects are put together. Clock, environment and files come in here. */
@NullMarked
package dev.garrison.wiring;

import org.jspecify.annotations.NullMarked;
