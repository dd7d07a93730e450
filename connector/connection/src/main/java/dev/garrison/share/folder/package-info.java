/** Content share in a folder of this computer. */
@NullMarked
package dev.garrison.share.folder;

import org.jspecify.annotations.NullMarked;
