@NullMarked
package dev.garrison.share.smbj;

import org.jspecify.annotations.NullMarked;
