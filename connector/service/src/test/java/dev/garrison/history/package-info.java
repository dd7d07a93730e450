@NullMarked
package dev.garrison.history;

import org.jspecify.annotations.NullMarked;
