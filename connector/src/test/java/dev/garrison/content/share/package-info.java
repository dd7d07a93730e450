@NullMarked
package dev.garrison.content.share;

import org.jspecify.annotations.NullMarked;
