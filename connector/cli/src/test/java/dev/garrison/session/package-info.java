/** Tests of what an undo prints. */
@NullMarked
package dev.garrison.session;

import org.jspecify.annotations.NullMarked;
