@NullMarked
package dev.garrison.history.change;

import org.jspecify.annotations.NullMarked;
