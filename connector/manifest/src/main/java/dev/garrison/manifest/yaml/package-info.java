/**
 * Parses the YAML of a manifest, and keeps the line of each key and the problems found.
 *
 * <p>{@code dev.garrison.manifest.reading} uses it to read the sections.
 */
@NullMarked
package dev.garrison.manifest.yaml;

import org.jspecify.annotations.NullMarked;
