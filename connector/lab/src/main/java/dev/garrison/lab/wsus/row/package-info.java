/** Rows with the columns in the order of the administration service. */
@NullMarked
package dev.garrison.lab.wsus.row;

import org.jspecify.annotations.NullMarked;
