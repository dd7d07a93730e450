@NullMarked
package dev.garrison.windowsservice;

import org.jspecify.annotations.NullMarked;
