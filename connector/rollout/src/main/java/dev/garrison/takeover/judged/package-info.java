/** Judges the purpose of each object, with confidence and evidence. Pure. */
@NullMarked
package dev.garrison.takeover.judged;

import org.jspecify.annotations.NullMarked;
