/** The values that the sections of the manifest are made of. */
@NullMarked
package dev.garrison.manifest.value;

import org.jspecify.annotations.NullMarked;
