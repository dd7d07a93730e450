/**
 * Builds the program's objects; no other package does.
 *
 * <p>Clock, environment and files enter the program here.
 */
@NullMarked
package dev.garrison.wiring;

import org.jspecify.annotations.NullMarked;
