@NullMarked
package dev.garrison.mecm;

import org.jspecify.annotations.NullMarked;
