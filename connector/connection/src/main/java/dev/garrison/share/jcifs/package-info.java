/** The content share over SMB, by jcifs-ng; its types go no further than here. */
@NullMarked
package dev.garrison.share.jcifs;

import org.jspecify.annotations.NullMarked;
