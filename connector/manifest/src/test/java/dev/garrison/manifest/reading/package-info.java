@NullMarked
package dev.garrison.manifest.reading;

import org.jspecify.annotations.NullMarked;
