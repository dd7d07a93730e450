/** The first manifest: from a few answers to a file that the reader accepts. */
@NullMarked
package dev.garrison.manifest.draft;

import org.jspecify.annotations.NullMarked;
