@NullMarked
package dev.garrison.content.version;

import org.jspecify.annotations.NullMarked;
