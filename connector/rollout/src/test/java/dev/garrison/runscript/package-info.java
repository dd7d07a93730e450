@NullMarked
package dev.garrison.runscript;

import org.jspecify.annotations.NullMarked;
