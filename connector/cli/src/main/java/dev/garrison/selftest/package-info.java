/** Checks that only a real Windows can make: what Wine, on which the tests run, does otherwise. */
@NullMarked
package dev.garrison.selftest;

import org.jspecify.annotations.NullMarked;
