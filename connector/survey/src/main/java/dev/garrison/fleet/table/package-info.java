/** Hundreds of thousands of servers in little memory: some hundred bytes for each. */
@NullMarked
package dev.garrison.fleet.table;

import org.jspecify.annotations.NullMarked;
