@NullMarked
package dev.garrison.confined;

import org.jspecify.annotations.NullMarked;
