/** Content on distribution points. */
@NullMarked
package dev.garrison.mecm.distribution;

import org.jspecify.annotations.NullMarked;
