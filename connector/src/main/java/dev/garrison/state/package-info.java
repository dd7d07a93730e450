/** The files behind the engine's ports: plans and journals. */
@NullMarked
package dev.garrison.state;

import org.jspecify.annotations.NullMarked;
