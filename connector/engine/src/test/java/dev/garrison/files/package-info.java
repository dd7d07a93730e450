@NullMarked
package dev.garrison.files;

import org.jspecify.annotations.NullMarked;
