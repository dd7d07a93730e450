/** Plans, applies and verifies where clocks differ, on the stand-in site. */
@NullMarked
package dev.garrison.clocks;

import org.jspecify.annotations.NullMarked;
