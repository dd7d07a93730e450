/** The content share as a folder of this machine. */
@NullMarked
package dev.garrison.content.folder;

import org.jspecify.annotations.NullMarked;
