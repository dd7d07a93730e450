@NullMarked
package dev.garrison.manifest.yaml;

import org.jspecify.annotations.NullMarked;
