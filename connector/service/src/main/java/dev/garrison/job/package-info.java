/**
 * Jobs, their modes, the changes that they may make automatically, and the results of their runs.
 */
@NullMarked
package dev.garrison.job;

import org.jspecify.annotations.NullMarked;
