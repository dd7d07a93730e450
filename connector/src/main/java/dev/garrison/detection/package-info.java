/** Microsoft's detection test for Defender for Endpoint, on servers that a person named. */
@NullMarked
package dev.garrison.detection;

import org.jspecify.annotations.NullMarked;
