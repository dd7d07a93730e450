/** Tests of what plans and journals print. */
@NullMarked
package dev.garrison.state;

import org.jspecify.annotations.NullMarked;
