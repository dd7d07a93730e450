@NullMarked
package dev.garrison.mecm.placement;

import org.jspecify.annotations.NullMarked;
