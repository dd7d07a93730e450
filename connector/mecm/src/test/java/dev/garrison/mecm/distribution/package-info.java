/** How far content is on its way. */
@NullMarked
package dev.garrison.mecm.distribution;

import org.jspecify.annotations.NullMarked;
