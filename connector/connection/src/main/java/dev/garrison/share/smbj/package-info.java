/**
 * Content share over SMB through smbj, encrypted where the server supports it, with access lists.
 * The types of smbj are used only in this package.
 */
@NullMarked
package dev.garrison.share.smbj;

import org.jspecify.annotations.NullMarked;
