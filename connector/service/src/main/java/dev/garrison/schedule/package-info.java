/** Schedule of the jobs: runs them at their times in the service, and on request. */
@NullMarked
package dev.garrison.schedule;

import org.jspecify.annotations.NullMarked;
