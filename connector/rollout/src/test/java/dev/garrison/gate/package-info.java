@NullMarked
package dev.garrison.gate;

import org.jspecify.annotations.NullMarked;
