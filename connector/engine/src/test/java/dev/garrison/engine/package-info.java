@NullMarked
package dev.garrison.engine;

import org.jspecify.annotations.NullMarked;
