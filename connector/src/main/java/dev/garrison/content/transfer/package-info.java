/** How files come onto a share, whichever library carries the bytes. */
@NullMarked
package dev.garrison.content.transfer;

import org.jspecify.annotations.NullMarked;
