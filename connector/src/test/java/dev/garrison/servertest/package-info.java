@NullMarked
package dev.garrison.servertest;

import org.jspecify.annotations.NullMarked;
