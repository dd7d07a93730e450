@NullMarked
package dev.garrison.windows;

import org.jspecify.annotations.NullMarked;
