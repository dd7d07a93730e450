@NullMarked
package dev.garrison.content;

import org.jspecify.annotations.NullMarked;
