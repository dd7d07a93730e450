/** Content share over SMB through jcifs-ng, whose types are used only in this package. */
@NullMarked
package dev.garrison.share.jcifs;

import org.jspecify.annotations.NullMarked;
