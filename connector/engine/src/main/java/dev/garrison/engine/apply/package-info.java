/**
 * Carries out a plan: writes, reads back and journals each change. The read after a write decides
 * whether it counts.
 */
@NullMarked
package dev.garrison.engine.apply;

import org.jspecify.annotations.NullMarked;
