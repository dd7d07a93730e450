/**
 * Desired state as values: one record per section of the manifest. {@code
 * dev.garrison.manifest.reading} reads the file into these records.
 */
@NullMarked
package dev.garrison.manifest;

import org.jspecify.annotations.NullMarked;
