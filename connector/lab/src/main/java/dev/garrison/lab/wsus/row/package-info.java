/** Rows as the administration service orders their columns. */
@NullMarked
package dev.garrison.lab.wsus.row;

import org.jspecify.annotations.NullMarked;
