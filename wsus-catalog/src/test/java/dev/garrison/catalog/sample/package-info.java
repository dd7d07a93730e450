/** Updates to test with. */
@NullMarked
package dev.garrison.catalog.sample;

import org.jspecify.annotations.NullMarked;
