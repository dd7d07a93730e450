/** What each job does in one run. */
@NullMarked
package dev.garrison.work;

import org.jspecify.annotations.NullMarked;
