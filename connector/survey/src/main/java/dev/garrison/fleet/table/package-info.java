/** Compact table of hundreds of thousands of servers, at some hundred bytes each. */
@NullMarked
package dev.garrison.fleet.table;

import org.jspecify.annotations.NullMarked;
