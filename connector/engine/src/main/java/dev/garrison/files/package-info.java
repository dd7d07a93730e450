/**
 * Files that are forced to the disk, locked against other processes, or readable by one account.
 * That account is the one that runs Garrison.
 */
@NullMarked
package dev.garrison.files;

import org.jspecify.annotations.NullMarked;
