@NullMarked
package dev.garrison.mecm.offer;

import org.jspecify.annotations.NullMarked;
