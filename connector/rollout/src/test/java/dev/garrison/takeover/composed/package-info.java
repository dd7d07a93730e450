@NullMarked
package dev.garrison.takeover.composed;

import org.jspecify.annotations.NullMarked;
