/** Servers that leave Defender for Endpoint, on the stand-in site. */
@NullMarked
package dev.garrison.offboard;

import org.jspecify.annotations.NullMarked;
