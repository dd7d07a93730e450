/** The administration service's other route, on which clients are asked. */
@NullMarked
package dev.garrison.mecm.modelled;

import org.jspecify.annotations.NullMarked;
