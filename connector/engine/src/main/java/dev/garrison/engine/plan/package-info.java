/**
 * From what is wanted and what is there to a plan. Pure but for the reads of the resource types.
 */
@NullMarked
package dev.garrison.engine.plan;

import org.jspecify.annotations.NullMarked;
