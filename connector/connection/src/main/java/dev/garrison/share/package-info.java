/**
 * The content share: a folder on this computer or an SMB share. All implementations fail with one
 * kind of exception; the meaning of version folders is defined in {@code content}.
 */
@NullMarked
package dev.garrison.share;

import org.jspecify.annotations.NullMarked;
