/** What a job is, what it may do by itself, and what came of its runs. */
@NullMarked
package dev.garrison.job;

import org.jspecify.annotations.NullMarked;
