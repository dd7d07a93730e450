/** Files that one process has locked against all others. */
@NullMarked
package dev.garrison.lock;

import org.jspecify.annotations.NullMarked;
