/** Tests. */
@NullMarked
package dev.garrison.state;

import org.jspecify.annotations.NullMarked;
