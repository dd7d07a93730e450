/** Files and folders that only the account which runs Garrison can read. */
@NullMarked
package dev.garrison.files;

import org.jspecify.annotations.NullMarked;
