/**
 * Reads the YAML of a manifest into typed values.
 *
 * <p>Every problem carries its line, and all problems are reported at once. Except for {@code
 * dev.garrison.manifest.yaml}, no other package parses YAML.
 */
@NullMarked
package dev.garrison.manifest.reading;

import org.jspecify.annotations.NullMarked;
