/** What each job does in one run. */
@NullMarked
package dev.garrison.job.work;

import org.jspecify.annotations.NullMarked;
