/** Transfer of files to a share, independent of the SMB library. */
@NullMarked
package dev.garrison.share.transfer;

import org.jspecify.annotations.NullMarked;
