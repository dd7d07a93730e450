@NullMarked
package dev.garrison.architecture;

import org.jspecify.annotations.NullMarked;
