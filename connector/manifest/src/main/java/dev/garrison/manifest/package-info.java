/**
 * What the user wants, as values: one record per section of the manifest. Reading the file is the
 * business of {@code dev.garrison.manifest.reading}.
 */
@NullMarked
package dev.garrison.manifest;

import org.jspecify.annotations.NullMarked;
