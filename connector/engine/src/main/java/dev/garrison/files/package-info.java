/**
 * Files that are forced to the disk, locked against other processes, or readable by one account.
 * They survive a crash, and neither another process nor another account interferes with them.
 */
@NullMarked
package dev.garrison.files;

import org.jspecify.annotations.NullMarked;
