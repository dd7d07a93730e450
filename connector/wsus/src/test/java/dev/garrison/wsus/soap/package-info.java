@NullMarked
package dev.garrison.wsus.soap;

import org.jspecify.annotations.NullMarked;
