@NullMarked
package dev.garrison.content.smb;

import org.jspecify.annotations.NullMarked;
