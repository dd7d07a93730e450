/**
 * Files as a crash, another process and other accounts leave them: written through to the disk,
 * locked against other processes, or readable only by the account that runs Garrison.
 */
@NullMarked
package dev.garrison.files;

import org.jspecify.annotations.NullMarked;
