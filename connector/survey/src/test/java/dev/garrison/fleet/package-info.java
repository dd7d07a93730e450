@NullMarked
package dev.garrison.fleet;

import org.jspecify.annotations.NullMarked;
