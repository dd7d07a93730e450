/** Rows of hundreds of thousands of servers, filled as the site sends them. */
@NullMarked
package dev.garrison.fleet.table;

import org.jspecify.annotations.NullMarked;
