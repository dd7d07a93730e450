@NullMarked
package dev.garrison.content.samba;

import org.jspecify.annotations.NullMarked;
