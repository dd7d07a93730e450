/** How files come onto a share: order, repetition and failures, without a share. */
@NullMarked
package dev.garrison.share.transfer;

import org.jspecify.annotations.NullMarked;
