@NullMarked
package dev.garrison.selftest;

import org.jspecify.annotations.NullMarked;
