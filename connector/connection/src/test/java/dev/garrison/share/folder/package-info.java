@NullMarked
package dev.garrison.share.folder;

import org.jspecify.annotations.NullMarked;
