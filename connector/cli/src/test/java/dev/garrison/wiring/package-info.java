@NullMarked
package dev.garrison.wiring;

import org.jspecify.annotations.NullMarked;
