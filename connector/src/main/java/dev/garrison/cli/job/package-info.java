/** The commands of jobs and of the service. */
@NullMarked
package dev.garrison.cli.job;

import org.jspecify.annotations.NullMarked;
