@NullMarked
package dev.garrison.wsus.updateserver;

import org.jspecify.annotations.NullMarked;
