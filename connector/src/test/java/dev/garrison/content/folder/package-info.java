@NullMarked
package dev.garrison.content.folder;

import org.jspecify.annotations.NullMarked;
