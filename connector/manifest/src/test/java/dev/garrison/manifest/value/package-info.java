@NullMarked
package dev.garrison.manifest.value;

import org.jspecify.annotations.NullMarked;
