/** What jobs saw of update servers. */
@NullMarked
package dev.garrison.job.update;

import org.jspecify.annotations.NullMarked;
