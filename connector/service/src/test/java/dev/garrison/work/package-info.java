/** What each job does in one run, over a site in memory. */
@NullMarked
package dev.garrison.work;

import org.jspecify.annotations.NullMarked;
