/** What a probe finds of one server. */
@NullMarked
package dev.garrison.probe;

import org.jspecify.annotations.NullMarked;
