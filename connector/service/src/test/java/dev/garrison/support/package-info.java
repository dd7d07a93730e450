@NullMarked
package dev.garrison.support;

import org.jspecify.annotations.NullMarked;
