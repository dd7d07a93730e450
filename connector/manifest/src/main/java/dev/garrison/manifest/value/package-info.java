/**
 * Values in the sections of the manifest, such as accounts, deadlines, gates and secret references.
 */
@NullMarked
package dev.garrison.manifest.value;

import org.jspecify.annotations.NullMarked;
