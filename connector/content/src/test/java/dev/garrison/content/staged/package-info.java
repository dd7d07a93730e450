/** Version folders as managed objects, on a folder of this machine. */
@NullMarked
package dev.garrison.content.staged;

import org.jspecify.annotations.NullMarked;
