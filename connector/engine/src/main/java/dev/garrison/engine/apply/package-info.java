/** Carries a plan out: change, read back, journal; and says whether reality equals the file. */
@NullMarked
package dev.garrison.engine.apply;

import org.jspecify.annotations.NullMarked;
