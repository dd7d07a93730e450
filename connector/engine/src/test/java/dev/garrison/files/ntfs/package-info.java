@NullMarked
package dev.garrison.files.ntfs;

import org.jspecify.annotations.NullMarked;
