/** The YAML of a manifest while it is read: where each key stands, and what is wrong with it. */
@NullMarked
package dev.garrison.manifest.yaml;

import org.jspecify.annotations.NullMarked;
