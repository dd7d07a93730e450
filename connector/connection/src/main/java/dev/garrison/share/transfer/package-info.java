/** How files come onto a share, whichever library carries the bytes. */
@NullMarked
package dev.garrison.share.transfer;

import org.jspecify.annotations.NullMarked;
