/** What other processes see of a lock. */
@NullMarked
package dev.garrison.lock;

import org.jspecify.annotations.NullMarked;
