@NullMarked
package dev.garrison.share;

import org.jspecify.annotations.NullMarked;
