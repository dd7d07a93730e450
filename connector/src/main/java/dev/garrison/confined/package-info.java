/** Files and folders that only the account which runs Garrison can read. */
@NullMarked
package dev.garrison.confined;

import org.jspecify.annotations.NullMarked;
