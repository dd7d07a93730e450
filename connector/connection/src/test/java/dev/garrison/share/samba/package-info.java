@NullMarked
package dev.garrison.share.samba;

import org.jspecify.annotations.NullMarked;
