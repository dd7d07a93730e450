/** Rules that a person makes, and what is said of them. */
@NullMarked
package dev.garrison.mecm.updaterule;

import org.jspecify.annotations.NullMarked;
