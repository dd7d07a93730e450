@NullMarked
package dev.garrison.manifest.draft;

import org.jspecify.annotations.NullMarked;
