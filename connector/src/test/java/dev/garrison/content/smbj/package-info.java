@NullMarked
package dev.garrison.content.smbj;

import org.jspecify.annotations.NullMarked;
