/** What each job does in one run, the look at the update servers among them. */
@NullMarked
package dev.garrison.work;

import org.jspecify.annotations.NullMarked;
