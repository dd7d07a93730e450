@NullMarked
package dev.garrison.diagnostic;

import org.jspecify.annotations.NullMarked;
