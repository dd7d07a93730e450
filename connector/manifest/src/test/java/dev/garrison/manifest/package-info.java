@NullMarked
package dev.garrison.manifest;

import org.jspecify.annotations.NullMarked;
