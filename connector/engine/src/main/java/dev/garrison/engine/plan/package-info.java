/**
 * Computes a plan from the wanted objects and the objects that exist. Pure, except for the reads of
 * the resource types.
 */
@NullMarked
package dev.garrison.engine.plan;

import org.jspecify.annotations.NullMarked;
