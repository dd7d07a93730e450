@NullMarked
package dev.garrison.log;

import org.jspecify.annotations.NullMarked;
