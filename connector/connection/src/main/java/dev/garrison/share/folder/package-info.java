/** The content share as a folder of this machine. */
@NullMarked
package dev.garrison.share.folder;

import org.jspecify.annotations.NullMarked;
