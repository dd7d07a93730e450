/**
 * How one server is spared and survived: when a request is repeated, when a server is left in
 * peace, how many requests run at once, and what was counted of it.
 */
@NullMarked
package dev.garrison.connection.resilience;

import org.jspecify.annotations.NullMarked;
