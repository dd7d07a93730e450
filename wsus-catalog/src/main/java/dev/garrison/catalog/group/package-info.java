/** Groups of computers on a WSUS server, and what an approval for one means for others. */
@NullMarked
package dev.garrison.catalog.group;

import org.jspecify.annotations.NullMarked;
