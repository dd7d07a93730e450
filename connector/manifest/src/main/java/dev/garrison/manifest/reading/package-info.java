/**
 * YAML to typed values. Every problem carries its line, and all of them are told at once. The only
 * package that knows YAML.
 */
@NullMarked
package dev.garrison.manifest.reading;

import org.jspecify.annotations.NullMarked;
