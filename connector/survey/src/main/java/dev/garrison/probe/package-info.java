/**
 * {@code garrison probe}: looks whether everything is there that a plan needs, and writes nothing.
 */
@NullMarked
package dev.garrison.probe;

import org.jspecify.annotations.NullMarked;
