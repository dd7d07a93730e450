/**
 * The content share: a folder on this machine or an SMB share. Adapters say what the share did, in
 * one kind of exception; what a version folder means is decided in {@code content}.
 */
@NullMarked
package dev.garrison.share;

import org.jspecify.annotations.NullMarked;
