@NullMarked
package dev.garrison.evidence;

import org.jspecify.annotations.NullMarked;
