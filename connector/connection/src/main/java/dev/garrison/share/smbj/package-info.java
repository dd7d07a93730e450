/**
 * The content share over SMB, by smbj: encrypted where the server can, access lists too. The types
 * of smbj go no further than here.
 */
@NullMarked
package dev.garrison.share.smbj;

import org.jspecify.annotations.NullMarked;
